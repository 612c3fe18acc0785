import { importBundled } from './importBundled.mjs';

const size = './src/core/experiment/size';

/**
 * What plans are sized with, in one object, for scripts that measure it or check it against others.
 * @returns {Promise<Record<string, any>>}
 */
export async function bundleSizes() {
  return importBundled(`
        export { sizePlan } from '${size}/sizePlan';
        export { planComparisons } from '${size}/planComparisons';
        export { sizeMethods, sizeMethodOf } from '${size}/sizeMethods';
        export { powerCurve } from '${size}/powerCurve';
        export { effectCurve } from '${size}/effectCurve';
        export { exactRejection } from '${size}/exact/exactRejection';
        export { restrictedProportions } from '${size}/methods/farringtonManning';
        export { labelsNeeded } from '${size}/labelsNeeded';
        export { detectableShift } from '${size}/ratioMismatch';
        export { chiSquareUpperQuantile } from './src/core/stats/distributions/chiSquareUpperQuantile';
        export { normalUpperTail } from './src/core/stats/distributions/normalUpperTail';
        export { sampleBeta } from './src/core/stats/random/sampleBeta';
        export { tQuantile } from './src/core/stats/distributions/tQuantile';
        export { normalQuantile } from './src/core/stats/distributions/normalQuantile';
        export { sampleBinomial } from './src/core/stats/random/sampleBinomial';
        export { sampleNormal } from './src/core/stats/random/sampleNormal';
        export { sampleGamma } from './src/core/stats/random/sampleGamma';
        export { samplePoisson } from './src/core/stats/random/samplePoisson';
        export { sampleNegativeBinomial } from './src/core/stats/random/sampleNegativeBinomial';
        export { RandomStream } from './src/core/stats/random/randomStream';`);
}

/**
 * A plan with one primary metric (and more like it), as its reader would give it.
 * @param {{ metric: object, moreMetrics?: readonly object[], design?: object, weights?: readonly number[], telemetry?: object }} changes
 */
export function planOf({ metric, moreMetrics = [], design = {}, weights = [1, 1], telemetry }) {
  return {
    version: 1,
    flag: 'flag',
    hypothesis: '',
    unit: 'user',
    variants: weights.map((weight, i) => ({ name: `v${i}`, weight })),
    metrics: [
      {
        name: 'metric',
        role: 'primary',
        kind: 'proportion',
        direction: 'increase',
        minimumDetectableEffect: { relative: 0.05 },
        ...metric,
      },
      ...moreMetrics.map((more) => ({
        ...metric,
        ...more,
        role: 'primary',
        direction: 'increase',
      })),
    ],
    design: {
      significanceLevel: 0.05,
      power: 0.8,
      sides: 'two',
      analysis: 'fixed-horizon',
      ...design,
    },
    traffic: { newUnitsPerDay: 100_000, exposedShare: 1 },
    ...(telemetry && { telemetry }),
  };
}
