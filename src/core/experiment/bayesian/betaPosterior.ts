/** A beta distribution of a share: after s successes in n from a prior with shapes a and b, a + s and b + n - s. */
export interface BetaPosterior {
  readonly alpha: number;
  readonly beta: number;
}
