import { planOf } from '../bundleSizes.mjs';

/** @typedef {import('../stats.mjs').Timing} Timing */

const metrics = {
  'z-unpooled': { baseline: 0.052 },
  'z-pooled': { baseline: 0.052, test: 'z-pooled' },
  t: { kind: 'mean', test: 't', baseline: 20, deviation: 15 },
  welch: { kind: 'mean', test: 'welch', baseline: 20, deviation: 15 },
};

/**
 * What sizing plans costs. The limits are those of the planning questions: an answer with all that is said beside it,
 * 200 points of a curve, and exact tests near their largest size.
 * @param {Record<string, any>} core
 * @returns {Timing[]}
 */
export function sizeTimings(core) {
  const { sizePlan, powerCurve, planComparisons, sizeMethods } = core;
  const limits = { 'z-unpooled': [0.1, 5], 'z-pooled': [0.1, 5], t: [1, 15], welch: [1, 15] };
  const answers = Object.entries(limits).flatMap(([name, [answerMs, curveMs]]) => {
    const metric = { test: 'z-unpooled', .../** @type {Record<string, object>} */ (metrics)[name] };
    const plan = planOf({ metric });
    // What is timed is an answer among many, as in a panel that follows a slider.
    for (let i = 0; i < 2000; i += 1) sizePlan({ ...plan });
    return [
      {
        name: `answer, ${name}`,
        // A plan of its own each time: what a plan needs is remembered.
        run: () => sizePlan({ ...plan }),
        limitMs: answerMs,
      },
      {
        name: `power curve, 200 points, ${name}`,
        run: () => powerCurve(plan, { points: 200 }),
        limitMs: curveMs,
      },
    ];
  });
  const exact = ['fisher-exact', 'exact-unconditional'].map((test) => {
    // About 1,750 in each variant.
    const metric = { test, baseline: 0.3, minimumDetectableEffect: { absolute: 0.045 } };
    const [comparison] = planComparisons(planOf({ metric }));
    return {
      name: `size, ${test}, 1,700 a variant`,
      run: () => sizeMethods[test].totalSampleSize(comparison, 0.8),
      limitMs: 2000,
    };
  });
  return /** @type {Timing[]} */ ([...answers, ...exact]);
}
