import type { SizeNote } from '../size/sizeAnswer';
import type { EffectScale, Statistic } from './tests/evidence';

/** What the data say of a comparison. */
export type Verdict =
  /** Significant in the planned direction; with a margin: not worse by it (equivalent). */
  | 'shown'
  /** Significant the wrong way. */
  | 'wrong-way'
  | 'not-shown';

/** What is to be done, as the plan has it. */
export type Decision =
  /** The sample ratio does not fit: nothing else can be trusted. */
  | 'untrustworthy'
  | 'effect-shown'
  | 'wrong-way'
  /** The effect is there, and a guardrail is hurt. */
  | 'guardrail-hurt'
  /** Stopped for futility. */
  | 'futility'
  | 'not-shown'
  /** The plan's end is not reached. */
  | 'continue';

/** Units and value of a metric in one variant. */
export interface ArmSummary {
  readonly variant: string;
  readonly units: number;
  /** Share, mean, rate, ratio or quantile. */
  readonly value: number;
}

/** How a measurement before the experiment (CUPED) sharpened an estimate. */
export interface Adjustment {
  /** Σ of products over Σ of squares, of both variants together. */
  readonly theta: number;
  /** Variance of the adjusted difference over that of the raw one. */
  readonly varianceRatio: number;
  /** Share of units that have a measurement before. */
  readonly coverage: number;
  readonly raw: {
    readonly estimate: number;
    readonly low: number;
    readonly high: number;
    readonly p: number;
  };
}

/** What is believed after the data. */
export interface PosteriorAnswer {
  /** That the treatment is better, in the metric's direction. */
  readonly probabilityToBeat: number;
  /** Of choosing the treatment, and of choosing the control, in the metric's own unit. */
  readonly expectedLoss: number;
  readonly controlLoss: number;
  readonly low: number;
  readonly high: number;
  readonly probability: number;
}

/** One treatment against the control on one metric. */
export interface ComparisonAnswer {
  readonly metric: string;
  readonly role: 'primary' | 'secondary' | 'guardrail';
  readonly treatment: string;
  readonly control: ArmSummary;
  readonly arm: ArmSummary;
  readonly test: {
    readonly id: string;
    readonly name: string;
    readonly source: string;
    readonly isPlanned: boolean;
  };
  readonly hypothesis: 'superiority' | 'non-inferiority' | 'equivalence';
  readonly scale: EffectScale;
  readonly estimate: number;
  readonly standardError: number | null;
  /** Ends may be infinite (one-sided: the interval has one end); null where the test has no interval. */
  readonly interval: {
    readonly low: number;
    readonly high: number;
    readonly confidenceLevel: number;
  } | null;
  /** Treatment less control, and as a share of the control; the latter null where that is 0. */
  readonly difference: number;
  readonly relative: number | null;
  readonly statistic: Statistic;
  readonly p: number;
  /** After the correction for several comparisons; null where there is none. */
  readonly adjustedP: number | null;
  /** p-value that holds at any look; null where the plan is not always valid. */
  readonly alwaysValidP: number | null;
  /** In the planned direction, standardised. */
  readonly z: number;
  readonly adjustment: Adjustment | null;
  readonly posterior: PosteriorAnswer | null;
  readonly verdict: Verdict;
  /** Of a guardrail: `held`, `hurt`, or neither shown. */
  readonly guardrail: 'held' | 'hurt' | 'open' | null;
}

/** The sample ratio, which comes first. */
export interface SampleRatioAnswer {
  readonly observed: readonly number[];
  readonly expected: readonly number[];
  readonly chiSquare: number;
  readonly degreesOfFreedom: number;
  readonly p: number;
  readonly alarmLevel: number;
  readonly isAlarm: boolean;
}

/** Which of the plan's looks this is. */
export interface LookAnswer {
  /** Units of all variants, and how many the plan has; null where it cannot be sized. */
  readonly units: number;
  readonly plannedUnits: number | null;
  readonly fraction: number | null;
  readonly isPlanned: boolean;
  readonly isLast: boolean;
  /** From 1, of so many; null where it is none of them. */
  readonly look: number | null;
  readonly looks: number;
  /** Standard errors, in the planned direction: success from `upper`, harm from `lower`; null where none is enough. */
  readonly upper: number | null;
  readonly lower: number | null;
  readonly futility: { readonly low: number; readonly high: number } | null;
  /** Chance of a false alarm with this look and those planned; null where it is the plan's. */
  readonly falseAlarms: number | null;
  readonly message: string;
}

/** An effect within a segment: exploratory, whatever it says. */
export interface SegmentAnswer {
  readonly segment: string;
  readonly metric: string;
  readonly treatment: string;
  readonly units: number;
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  readonly p: number;
  /** Benjamini-Hochberg over all segments. */
  readonly adjustedP: number;
}

/** What the data say about a plan. */
export interface Analysis {
  readonly decision: Decision;
  /** The variant that the decision keeps; null where there is none yet. */
  readonly keep: string | null;
  /** The answer in one sentence. */
  readonly sentence: string;
  /** Null in a paired plan, where each unit has all variants. */
  readonly sampleRatio: SampleRatioAnswer | null;
  readonly look: LookAnswer;
  readonly comparisons: readonly ComparisonAnswer[];
  readonly segments: readonly SegmentAnswer[];
  readonly rows: number;
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  readonly notes: readonly SizeNote[];
  readonly warnings: readonly SizeNote[];
}
