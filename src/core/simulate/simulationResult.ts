/** A simulated probability with its Monte Carlo error. */
export interface SimulatedShare {
  /** 0 to 1. */
  readonly estimate: number;
  readonly standardError: number;
  /** 95 % Wilson interval. */
  readonly interval: { readonly low: number; readonly high: number };
}

/** What is known after some or all replications of a run. */
export interface SimulationResult {
  readonly seed: number;
  readonly replications: { readonly done: number; readonly planned: number };
  /** Subjects drawn in all finished replications. */
  readonly unitsDrawn: number;
  readonly days: number;
  /** Share of replications in which the plan's test finds the planned effect. */
  readonly power: SimulatedShare;
  /** The formula's answer for the same sizes, and whether the two differ by more than 3.5 standard errors. */
  readonly formulaPower: number;
  readonly standardErrorsApart: number;
  readonly agrees: boolean;
  /** Mean and quantiles (.025, .5, .975) of the estimated absolute effect over replications, by end of day 1, 2, ... */
  readonly effectByDay: readonly EffectOnDay[];
}

export interface EffectOnDay {
  readonly day: number;
  /** Subjects per variant so far, in the plan's order. */
  readonly subjects: readonly number[];
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}
