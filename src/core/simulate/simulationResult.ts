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
  /** Share of replications in which the plan's test finds the planned effect: significant, in the planned direction. */
  readonly power: SimulatedShare;
  /** The formula's answer for the same sizes, and whether the two differ by more than 3.5 standard errors. */
  readonly formulaPower: number;
  readonly standardErrorsApart: number;
  readonly agrees: boolean;
  /**
   * The estimated absolute effect over replications, by the end of day 1, 2, ...; days by which no
   * replication had units in both variants are left out.
   */
  readonly effectByDay: readonly EffectOnDay[];
}

export interface EffectOnDay {
  readonly day: number;
  /** Expected subjects per variant so far, in the plan's order. */
  readonly subjects: readonly number[];
  readonly mean: number;
  /** 2.5 % and 97.5 % quantiles (the mean of those of each 1,000 replications). */
  readonly low: number;
  readonly high: number;
}
