import type { RefinedPower } from '../experiment/size/refined/refinedPower';
/** A simulated probability with its Monte Carlo error. */
export interface SimulatedShare {
  /** 0 to 1. */
  readonly estimate: number;
  readonly standardError: number;
  /** 95 % Wilson interval. */
  readonly interval: { readonly low: number; readonly high: number };
}

/** A simulated mean with its Monte Carlo error; both null where nothing was there to average. */
export interface SimulatedMean {
  readonly estimate: number | null;
  readonly standardError: number | null;
}

/** A number in the world with the planned effect, and in one without (with a margin: at the margin). */
export interface InBothWorlds<Value> {
  readonly withEffect: Value;
  readonly withoutEffect: Value;
}

/** What is known after some or all replications of a run. JSON-safe; every simulated number has its Monte Carlo error. */
export interface SimulationResult {
  readonly seed: number;
  readonly replications: { readonly done: number; readonly planned: number };
  /** Units drawn in all finished replications of the launch with the effect. */
  readonly unitsDrawn: number;
  readonly days: number;
  /** Share of replications in which the plan's rule finds the planned effect: significant, in the planned direction. */
  readonly power: SimulatedShare;
  /** The formula's answer for the same sizes, and whether the two differ by more than 3.5 standard errors. */
  readonly formulaPower: number;
  /** The same nearer to the truth where the formula is an approximation: then the simulation is held to it. Null where none is known. */
  readonly refinedPower: RefinedPower | null;
  readonly standardErrorsApart: number;
  readonly agrees: boolean;
  /**
   * The estimated absolute effect over replications, by the end of day 1, 2, ...; days by which no
   * replication had units in both variants are left out.
   */
  readonly effectByDay: readonly EffectOnDay[];
  /** What the plan's `simulation` makes other than the sizes assume, a sentence each: the formula is then of another launch. */
  readonly changes: readonly string[];
  /** How users are drawn, and why so. */
  readonly engine: { readonly kind: EngineKind; readonly reason: string };
  /** What is simulated: one treatment against the control on one metric, the comparison that decides the size. */
  readonly comparison: {
    readonly metric: string;
    readonly treatment: string;
    /** Effect that is there in the launches, treatment minus control as it is measured, in the metric's own unit. */
    readonly trueEffect: number;
    /** Units in all variants at the end. */
    readonly total: number;
  };
  /** The plan's own analysis rule. */
  readonly rule: RuleResult;
  /** Other rules on the same users, in the order they were asked for. */
  readonly otherRules: readonly RuleResult[];
  /** What looking early does to a test meant for one look; null where only the power was asked for. */
  readonly peeking: PeekingResult | null;
  readonly estimates: EstimateDistribution;
  /** Units that get the variant that is truly worse, until the plan's rule decides; null where none is worse. */
  readonly exposedToWorse: ExposureResult | null;
  readonly guardrails: readonly GuardrailResult[];
  /** Share of launches in which the sample-ratio alarm goes off, at the level `alarmLevel`. */
  readonly sampleRatioAlarms: (SimulatedShare & { readonly alarmLevel: number }) | null;
  /** Power of the plan's rule at other sizes, on launches of their own; sizes share their users (common random numbers). Empty for more than 60 looks. */
  readonly powerByUnits: readonly PowerAtUnits[];
  /** The size at which the simulation reaches the planned power; null without `powerByUnits`. */
  readonly requiredSize: RequiredSize | null;
  /** One simulated launch, day by day. */
  readonly film: LaunchFilm;
  /** Expected units of each day. */
  readonly traffic: readonly TrafficDay[];
  /** Why the run does fewer replications than asked for, as a sentence; null where it does all. */
  readonly budget: { readonly code: string; readonly message: string } | null;
}

/** `counts`: exact sums of a day and variant are drawn; `users`: every user is. */
export type EngineKind = 'counts' | 'users';

export interface EffectOnDay {
  readonly day: number;
  /** Expected subjects per variant so far, in the plan's order. */
  readonly subjects: readonly number[];
  readonly mean: number;
  /** 2.5 % and 97.5 % quantiles (the mean of those of each block of replications). */
  readonly low: number;
  readonly high: number;
}

/** What one analysis rule does. */
export interface RuleResult {
  /** Stable id: that of `--rule`. */
  readonly id: string;
  /** `Pocock bounds, 5 looks, two-sided`. */
  readonly name: string;
  readonly source: string;
  /** Chance to show what the plan wants. */
  readonly power: SimulatedShare;
  /** Chance of any significant result without the effect; with a margin to show it although it is not held. */
  readonly falseAlarms: SimulatedShare;
  /** Chance of a significant result the wrong way although the effect is there. */
  readonly wrongWay: SimulatedShare;
  /** What the formula says of this rule; null where there is none. */
  readonly formula: { readonly power: number; readonly falseAlarms: number } | null;
  /**
   * Where and why launches end, look by look; the last look takes those that no rule ended. Of other rules than the plan's with
   * more than 120 looks (a look a day) several are told together.
   */
  readonly stops: InBothWorlds<readonly StopsAtLook[]>;
  readonly daysToDecision: InBothWorlds<DaysToDecision>;
  /** Units in all variants when it ends. */
  readonly unitsAtDecision: InBothWorlds<SimulatedMean>;
}

/** The chance of one ending at one look, with its Monte Carlo error; intervals would only swell the message. */
export type StopChance = Pick<SimulatedShare, 'estimate' | 'standardError'>;

export interface StopsAtLook {
  /** From 1; where several are told together the last of them. */
  readonly look: number;
  readonly day: number;
  /** Units in all variants. */
  readonly units: number;
  readonly success: StopChance;
  /** Significant the wrong way. */
  readonly wrong: StopChance;
  readonly futility: StopChance;
  /** Ended without a result: at the last look only. */
  readonly undecided: StopChance;
}

/** When a launch ends, over launches. */
export interface DaysToDecision {
  readonly mean: SimulatedMean;
  readonly median: number;
  /** 10 % and 90 % quantiles. */
  readonly low: number;
  readonly high: number;
  /** Share of launches that end on a day; days on which none can end are left out. */
  readonly byDay: readonly { readonly day: number; readonly share: number }[];
}

export interface PeekingResult {
  /** The test's critical value, in standard errors: 1.96 at 5 % two-sided. */
  readonly criticalValue: number;
  /** Looked at every day of the plan, ended at the first significant result. */
  readonly daily: RuleResult;
  /** Evenly spaced looks without an effect: 2, 5, 10 and 20. */
  readonly byLooks: readonly {
    readonly looks: number;
    readonly falseAlarms: SimulatedShare;
    /** The exact value for a normal test: .0831, .1417, .1934 and .2479 at 5 % two-sided. */
    readonly formula: number;
  }[];
}

/** The estimates when the plan's rule ends, with the effect there, in the metric's own unit. */
export interface EstimateDistribution {
  readonly trueEffect: number;
  readonly mean: SimulatedMean;
  /** Standard deviation over launches; null for fewer than two. */
  readonly deviation: number | null;
  /** Mean size of the significant estimates over the true effect (type M); null without one of either. */
  readonly exaggeration: SimulatedMean;
  /** Share of the significant estimates that have the wrong sign (type S); null where none is significant. */
  readonly wrongSign: SimulatedShare | null;
  /** Ends are closed below; estimates beyond are in the first and the last. */
  readonly histogram: readonly HistogramBin[];
}

export interface HistogramBin {
  readonly from: number;
  readonly to: number;
  /** Launches in it, and those of them with a significant result (either way). */
  readonly launches: number;
  readonly significant: number;
}

export interface ExposureResult {
  /** The truly worse variant. */
  readonly variant: string;
  readonly units: SimulatedMean;
  /** Units it gets if nothing ends the launch before its planned end. */
  readonly unitsWithoutStopping: number;
}

/** A guardrail at the planned end, with its expected difference there. */
export interface GuardrailResult {
  readonly metric: string;
  readonly treatment: string;
  /** Share of launches in which it is significantly worse. */
  readonly alarms: SimulatedShare;
  /** Share of launches in which its margin is shown to be held; null without a margin. */
  readonly held: SimulatedShare | null;
  /** What the formula says of `held`. */
  readonly formulaHeld: number | null;
}

export interface PowerAtUnits {
  /** Units in all variants. */
  readonly units: number;
  readonly power: SimulatedShare;
  readonly formula: number;
}

export interface RequiredSize {
  readonly targetPower: number;
  /** Units in all variants; null where no simulated size reaches the power. */
  readonly units: number | null;
  /** 95 % interval; null at an end that no simulated size reaches. */
  readonly interval: { readonly low: number | null; readonly high: number | null };
  /** What the formula needs. */
  readonly formulaUnits: number;
  readonly agrees: boolean;
  /** The likely reason where they do not agree. */
  readonly reason: string | null;
}

/** A launch as one would have watched it. */
export interface LaunchFilm {
  /** Launches are numbered from 0: another number is another launch of the same run. */
  readonly launch: number;
  /** A frame a day; of more than 120 days every few, the first, the last, those with a look and the end. */
  readonly frames: readonly FilmFrame[];
  /** How it ends under the plan's rule. */
  readonly end: {
    readonly day: number;
    readonly kind: StopKind;
  };
}

export type StopKind = 'success' | 'wrong' | 'futility' | 'undecided';

/** What is known at the end of one day; differences are in the metric's own unit, treatment minus control. */
export interface FilmFrame {
  readonly day: number;
  /** Units of control and treatment so far. */
  readonly controlUnits: number;
  readonly treatmentUnits: number;
  /** Null until both variants have enough. */
  readonly estimate: number | null;
  /** The usual interval of one look. */
  readonly interval: { readonly low: number; readonly high: number } | null;
  /** z in the planned direction, as the rule reads it. */
  readonly z: number | null;
  /** Bounds in standard errors where the plan's rule looks on this day; null where it does not, or no result is enough. */
  readonly successBound: number | null;
  readonly wrongBound: number | null;
  readonly futilityBound: number | null;
  readonly isLook: boolean;
}

export interface TrafficDay {
  readonly day: number;
  /** Expected new units of each variant on this day, in the plan's order. */
  readonly newUnits: readonly number[];
}
