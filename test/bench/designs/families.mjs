// Designs of several comparisons: corrections for several treatments or metrics, metrics that all have to show their effect.
// A stepwise procedure is sized at its hardest step, so its power is at least what the formula says.
import { createDraws } from './draws.mjs';

/** @typedef {import('./draws.mjs').Design} Design */

/** @type {(ps: readonly number[], level: number) => boolean[]} */
const holm = (ps, level) => {
  const order = ps.map((p, i) => ({ p, i })).sort((a, b) => a.p - b.p);
  const found = ps.map(() => false);
  for (const [step, { p, i }] of order.entries()) {
    if (p > level / (ps.length - step)) break;
    found[i] = true;
  }
  return found;
};
/** From the largest p-value downward: the first that is within its bound is rejected, with all smaller ones. @type {(bound: (rank: number, count: number) => number) => (ps: readonly number[], level: number) => boolean[]} */
const stepUp = (bound) => (ps, level) => {
  const order = ps.map((p, i) => ({ p, i })).sort((a, b) => a.p - b.p);
  const found = ps.map(() => false);
  for (let rank = order.length; rank >= 1; rank -= 1) {
    if ((order[rank - 1]?.p ?? 1) > level * bound(rank, order.length)) continue;
    for (const { i } of order.slice(0, rank)) found[i] = true;
    break;
  }
  return found;
};
const hochberg = stepUp((rank, count) => 1 / (count - rank + 1));
const benjaminiHochberg = stepUp((rank, count) => rank / count);
/** @type {(ps: readonly number[], level: number) => boolean[]} */
const bonferroni = (ps, level) => ps.map((p) => p <= level / ps.length);
/** @type {(ps: readonly number[], level: number) => boolean[]} */
const sidak = (ps, level) => ps.map((p) => p <= 1 - (1 - level) ** (1 / ps.length));

const metric = { kind: 'mean', baseline: 10, deviation: 2, test: 'normal' };

/** @param {Record<string, any>} core @returns {Design[]} */
export function familyDesigns(core) {
  const { sampleNormal, normalUpperTail } = core;
  const { z975 } = createDraws(core);
  /** @type {(z: number) => number} */
  const twoSided = (z) => 2 * normalUpperTail(Math.abs(z));
  /** z of each of three treatments against one control, effects in standard errors. @type {(random: any, effects: readonly number[]) => number[]} */
  const againstControl = (random, effects) => {
    const control = sampleNormal(random);
    return effects.map((effect) => effect + (sampleNormal(random) - control) / Math.SQRT2);
  };
  /** z of independent metrics. @type {(random: any, effects: readonly number[]) => number[]} */
  const independent = (random, effects) => effects.map((effect) => effect + sampleNormal(random));
  /** @type {(truth: any, n: number) => number} */
  const drift = ({ effect }, n) => effect / (2 * Math.sqrt(2 / n));
  const three = {
    moreMetrics: [
      { ...metric, name: 'b' },
      { ...metric, name: 'c' },
    ],
  };
  const aim = { ...metric, minimumDetectableEffect: { absolute: 0.25 } };
  const procedures = { bonferroni, sidak, holm, hochberg, 'benjamini-hochberg': benjaminiHochberg };

  const byMetric = Object.entries(procedures).flatMap(([correction, procedure]) => {
    const common = { metric: aim, ...three, design: { correction }, n: 1340 };
    return [
      {
        ...common,
        name: `${correction}, three metrics, one with effect: its power`,
        succeeds: (
          /** @type {any} */ random,
          /** @type {any} */ truth,
          /** @type {number} */ n,
        ) => {
          const zs = independent(random, [drift(truth, n), 0, 0]);
          return (zs[0] ?? 0) > 0 && procedure(zs.map(twoSided), 0.05)[0] === true;
        },
      },
      {
        ...common,
        name: `${correction}, three metrics without effect: any alarm`,
        formula: () =>
          correction === 'sidak' || correction === 'benjamini-hochberg'
            ? 0.05
            : correction === 'hochberg'
              ? 0.05
              : 1 - (1 - 0.05 / 3) ** 3,
        succeeds: (/** @type {any} */ random) =>
          procedure(independent(random, [0, 0, 0]).map(twoSided), 0.05).includes(true),
      },
    ];
  });
  const dunnett = { metric: aim, weights: [1, 1, 1, 1], design: { correction: 'dunnett' } };
  /** @type {(comparison: any) => number} */
  const criticalOf = ({ significanceLevel }) => -core.normalQuantile(significanceLevel / 2);
  return [
    ...byMetric,
    {
      ...dunnett,
      name: 'Dunnett, three treatments, one with effect: its power',
      n: 1300,
      succeeds: (random, truth, n) => {
        const [z = 0] = againstControl(random, [drift(truth, n), 0, 0]);
        return z >= criticalOf(truth);
      },
    },
    {
      ...dunnett,
      name: 'Dunnett, three treatments without effect: any alarm',
      n: 1300,
      formula: () => 0.05,
      succeeds: (random, truth) =>
        againstControl(random, [0, 0, 0]).some((z) => Math.abs(z) >= criticalOf(truth)),
    },
    {
      name: 'three metrics that all have to show: power of all, at least',
      metric: aim,
      ...three,
      design: { success: 'all' },
      n: 1500,
      formula: (comparison, total) =>
        Math.max(0, 1 - 3 * (1 - core.sizeMethods.normal.power(comparison, total))),
      succeeds: (random, truth, n) =>
        independent(
          random,
          Array.from({ length: 3 }, () => drift(truth, n)),
        ).every((z) => z >= z975),
    },
  ];
}
