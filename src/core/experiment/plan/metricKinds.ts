/** What a metric measures on each unit. */
export const metricKinds = [
  'proportion',
  'mean',
  'count',
  'rate',
  'ratio',
  'revenue',
  'quantile',
  'time-to-event',
  'rank',
] as const;

export type MetricKind = (typeof metricKinds)[number];

/** Statistical tests that a size can be computed for. */
export const metricTests = [
  'z-unpooled',
  'z-pooled',
  'arcsine',
  'z-continuity-corrected',
  'farrington-manning',
  'relative-lift',
  'fisher-exact',
  'exact-unconditional',
  'mcnemar',
  'normal',
  't',
  'welch',
  'paired-t',
  'mann-whitney',
  'poisson',
  'poisson-score',
  'negative-binomial',
  'delta-method',
  'quantile-normal',
  'log-rank',
] as const;

export type MetricTest = (typeof metricTests)[number];

/** Keys of a metric that only some kinds or tests need. */
export type MetricDetail =
  | 'deviation'
  | 'dispersion'
  | 'exposure'
  | 'denominatorMean'
  | 'buyerShare'
  | 'logDeviation'
  | 'quantile'
  | 'discordantShare';

/** What a kind of metric may be. */
export interface MetricKindRules {
  /** With its article, for messages: `a proportion`. */
  readonly noun: string;
  /** Where a baseline may lie, ends excluded. */
  readonly baseline: { readonly above: number; readonly below: number };
  /** Why it lies there, as half a sentence. */
  readonly why: string;
  /** The first is taken where the plan names none. */
  readonly tests: readonly [MetricTest, ...MetricTest[]];
  readonly needs: readonly MetricDetail[];
}

const share = { above: 0, below: 1 };
const positive = { above: 0, below: Infinity };

/** Kinds of metrics: baseline, tests and what else has to be known. Rules, messages and JSON Schema are made from it. */
export const metricKindRules: Readonly<Record<MetricKind, MetricKindRules>> = {
  proportion: {
    noun: 'a proportion',
    baseline: share,
    why: 'at 0 or 1 nobody or everybody does it, and there is no variance to test with',
    tests: [
      'z-unpooled',
      'z-pooled',
      'arcsine',
      'z-continuity-corrected',
      'farrington-manning',
      'relative-lift',
      'fisher-exact',
      'exact-unconditional',
      'mcnemar',
    ],
    needs: [],
  },
  mean: {
    noun: 'a mean',
    baseline: { above: -Infinity, below: Infinity },
    why: 'it is a finite number',
    tests: ['welch', 't', 'normal', 'relative-lift', 'paired-t', 'mann-whitney'],
    needs: ['deviation'],
  },
  count: {
    noun: 'a count',
    baseline: positive,
    why: 'it is the mean number of events a unit, and without events there is nothing to count',
    tests: ['poisson', 'poisson-score', 'negative-binomial', 'normal'],
    needs: [],
  },
  rate: {
    noun: 'a rate',
    baseline: positive,
    why: 'it is a number of events per time or exposure, and without events there is nothing to count',
    tests: ['poisson', 'poisson-score', 'negative-binomial', 'normal'],
    needs: [],
  },
  ratio: {
    noun: 'a ratio',
    baseline: positive,
    why: 'it is a sum over a sum',
    tests: ['delta-method'],
    needs: ['deviation'],
  },
  revenue: {
    noun: 'revenue',
    baseline: positive,
    why: 'it is the mean over all units, buyers or not',
    tests: ['normal', 'welch', 'relative-lift'],
    needs: ['buyerShare', 'logDeviation'],
  },
  quantile: {
    noun: 'a quantile',
    baseline: positive,
    why: 'it is a time or a size',
    tests: ['quantile-normal'],
    needs: ['quantile'],
  },
  'time-to-event': {
    noun: 'a time to event',
    baseline: share,
    why: 'it is the share of control that has had the event by the end, and without events there is nothing to compare',
    tests: ['log-rank'],
    needs: [],
  },
  rank: {
    noun: 'a rank comparison',
    baseline: share,
    why: 'it is the chance that a unit of treatment ranks above one of control, 0.5 without effect',
    tests: ['mann-whitney'],
    needs: [],
  },
};
