/** @typedef {{ baseline: number, target: number, effect: number, margin: number, better: number }} Truth */

/**
 * @typedef {object} Design
 * @property {string} name
 * @property {any} metric
 * @property {readonly object[]} [moreMetrics]
 * @property {object} [design]
 * @property {object} [telemetry]
 * @property {readonly number[]} [weights]
 * @property {number} n in each variant
 * @property {(comparison: any, total: number) => number} [formula] what the product says; left out: the power of the metric's test
 * @property {(random: any, truth: Truth, n: number) => boolean} succeeds
 */

/**
 * What several designs draw, with the kernel's samplers.
 * @param {Record<string, any>} core
 */
export function createDraws({ normalQuantile, sampleBinomial, sampleGamma, sampleNormal }) {
  /** @type {(p: number, n: number) => number} */
  const spread = (p, n) => (p * (1 - p)) / n;
  /** Shares of two groups. @type {(random: any, truth: Truth, n: number) => [number, number]} */
  const shares = (random, { baseline, target }, n) => [
    sampleBinomial(random, n, baseline) / n,
    sampleBinomial(random, n, target) / n,
  ];
  /** Mean and estimated standard deviation of n normals. @type {(random: any, mean: number, sd: number, n: number) => [number, number]} */
  const moments = (random, mean, sd, n) => [
    mean + (sd * sampleNormal(random)) / Math.sqrt(n),
    sd * Math.sqrt(sampleGamma(random, (n - 1) / 2, 2 / (n - 1))),
  ];
  return { z95: -normalQuantile(0.05), z975: -normalQuantile(0.025), spread, shares, moments };
}
