/**
 * What is timed of the kernel. `run` is called with 0, 1, 2, ...: arguments that differ a little, so that nothing is
 * computed once for all.
 * @type {(kernel: Record<string, any>) => import('../stats.mjs').Timing[]}
 */
export const kernelTimings = (kernel) => [
  ...[5, 10, 30, 98, 2000, 1e6].map((df) => ({
    name: `noncentral t, df ${df}, ncp 2.8`,
    limitMs: 0.02,
    run: (/** @type {number} */ i) => kernel['noncentralTCdf'](1.98 + i * 1e-7, df, 2.8),
  })),
  ...[10, 1e6].map((df) => ({
    name: `t quantile, df ${df}`,
    run: (/** @type {number} */ i) => kernel['tQuantile'](0.975 + i * 1e-8, df),
  })),
  ...[20, 1e7].map((a) => ({
    name: `incomplete beta, a = b = ${a}`,
    run: (/** @type {number} */ i) => kernel['betaCdf'](0.5 - 0.3 / Math.sqrt(a) + i * 1e-11, a, a),
  })),
  {
    name: 'chi-square upper tail, df 1e6',
    run: (i) => kernel['chiSquareUpperTail'](1e6 + i * 1e-4, 1e6),
  },
  {
    name: 'binomial cdf, n 1e7',
    run: (i) => kernel['binomialCdf'](2e6 - 500 + i, 1e7, 0.2),
  },
];
