/** Successes among trials of two groups; results are those of treatment less control. */
export interface TwoShares {
  readonly controlSuccesses: number;
  readonly controlTrials: number;
  readonly treatmentSuccesses: number;
  readonly treatmentTrials: number;
}
