import type { Plan, PlanMetric } from '../../src/core/experiment/plan/planSchema';
import { sizePlan } from '../../src/core/experiment/size/sizePlan';
import { RandomStream } from '../../src/core/stats/random/randomStream';
import { planWith } from './examplePlan';

/**
 * What generated plans are made of: baseline 0.005 to 0.95, split 50:50 to 95:5, 2 to 5 variants, all kinds that can be
 * simulated (times to event cannot) with tests of theirs, at most so many units that the run is quick. Every
 * variant has at least 30 expected events and 30 units; `large`: 1,000 of both (250 where users are
 * drawn one by one, which takes longer), where the formulas' normal approximations are good to a fraction of a point.
 */
const ranges = { baseline: [0.005, 0.95], controlShare: [0.5, 0.95], variants: [2, 5] } as const;

const tests: readonly (readonly [PlanMetric['kind'], PlanMetric['test']])[] = [
  ['proportion', 'z-unpooled'],
  ['proportion', 'z-pooled'],
  ['mean', 'welch'],
  ['mean', 'normal'],
  ['mean', 't'],
  ['count', 'poisson'],
  ['rate', 'poisson'],
  ['count', 'negative-binomial'],
  ['ratio', 'delta-method'],
  ['revenue', 'normal'],
  ['rank', 'mann-whitney'],
  ['quantile', 'quantile-normal'],
  ['revenue', 'welch'],
  ['rate', 'negative-binomial'],
  ['count', 'poisson-score'],
  ['proportion', 'arcsine'],
];

/** Plan number `index` of the seeded generator; of those drawn the first that keeps to the ranges. */
export function generatedPlan(index: number, size: 'any' | 'large' = 'large'): Plan {
  const stream = RandomStream.ofBlock(20_261_124, index);
  for (;;) {
    const plan = drawnPlan(stream, index);
    const answer = sizePlan(plan).value;
    if (answer === null) continue;
    const smallest = Math.min(...answer.perVariant.map(({ sampleSize }) => sampleSize));
    const [metric] = plan.metrics;
    const isShare = metric?.kind === 'proportion';
    const beyond = metric?.kind === 'quantile' ? 1 - (metric.quantile ?? 0) : 1;
    const rare = isShare ? Math.min(metric.baseline, 1 - metric.baseline) : beyond;
    const least = size === 'large' ? fewest(metric?.kind) : 30;
    if (smallest * rare >= least && answer.total <= mostUnits(metric?.kind, size)) return plan;
  }
}

function isCounted(kind: PlanMetric['kind'] | undefined): boolean {
  return ['proportion', 'mean', 'rate'].includes(kind ?? '');
}

function fewest(kind: PlanMetric['kind'] | undefined): number {
  return isCounted(kind) ? 1000 : 250;
}

/** Values whose ranks are asked for are sorted for every launch. */
function isSorted(kind: PlanMetric['kind'] | undefined): boolean {
  return kind === 'rank' || kind === 'quantile';
}

function mostUnits(kind: PlanMetric['kind'] | undefined, size: 'any' | 'large'): number {
  return isSorted(kind) ? (size === 'large' ? 20_000 : 5000) : isCounted(kind) ? 5e7 : 60_000;
}

function drawnPlan(stream: RandomStream, index: number): Plan {
  const between = (low: number, high: number): number => low + (high - low) * stream.nextUnit();
  const variants = Math.floor(between(ranges.variants[0], ranges.variants[1] + 1));
  const control = between(...ranges.controlShare);
  const weights = [
    control,
    ...Array.from({ length: variants - 1 }, () => (1 - control) / (variants - 1)),
  ];
  const [kind, test] = tests[index % tests.length]!;
  const baseline = between(...ranges.baseline);
  const relative = between(0.01, 0.2);
  const details: Partial<PlanMetric> = {
    ...(kind === 'mean' && { deviation: between(0.5, 3) * baseline }),
    ...(kind === 'rate' && { exposure: between(1, 14) }),
    ...(test === 'negative-binomial' && { dispersion: between(0.1, 1.5) }),
    ...(kind === 'ratio' && {
      deviation: between(0.5, 2),
      denominatorMean: between(2, 10),
      denominatorDeviation: between(0.5, 3),
      numeratorDenominatorCorrelation: between(0, 0.8),
    }),
    ...(kind === 'quantile' && {
      quantile: [0.5, 0.75, 0.9][index % 3] ?? NaN,
      logDeviation: between(0.3, 0.9),
    }),
    ...(kind === 'revenue' && { buyerShare: between(0.3, 0.6), logDeviation: between(0.3, 0.5) }),
  };
  const effect =
    kind === 'rank'
      ? { absolute: between(0.05, 0.1) }
      : { relative: kind === 'revenue' ? between(0.05, 0.1) : relative };
  return planWith({
    weights,
    metric: {
      kind,
      test,
      baseline: kind === 'rank' ? 0.5 : kind === 'revenue' ? 3 : baseline,
      direction: stream.nextUnit() < 0.5 ? 'increase' : 'decrease',
      minimumDetectableEffect: effect,
      ...details,
    },
    design: {
      sides: stream.nextUnit() < 0.7 ? 'two' : 'one',
      power: between(0.5, 0.95),
      significanceLevel: between(0.01, 0.1),
    },
    traffic: { newUnitsPerDay: 1e9 },
  });
}
