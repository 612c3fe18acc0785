// Designs of one comparison whose test draws sums or groups: margins, pairs, unequal variances, counts, labels, clusters,
// ranks, times to event, CUPED.
import { createDraws } from './draws.mjs';

/** @typedef {import('./draws.mjs').Design} Design */

/** Ranks: the z of the Mann-Whitney test without ties. @type {(x: Float64Array, y: Float64Array) => number} */
function rankZ(x, y) {
  x.sort();
  y.sort();
  let [below, i] = [0, 0];
  for (const value of y) {
    while (i < x.length && /** @type {number} */ (x[i]) < value) i += 1;
    below += i;
  }
  const pairs = x.length * y.length;
  return (below - pairs / 2) / Math.sqrt((pairs * (x.length + y.length + 1)) / 12);
}

/** The log-rank z of two groups of exponential times followed until 1. @type {(random: any, h1: number, h2: number, n: number) => number} */
function logRankZ(random, h1, h2, n) {
  /** @type {[number, number][]} */
  const events = [];
  for (let i = 0; i < 2 * n; i += 1) {
    const time = -Math.log(random.nextUnit() || 1e-17) / (i < n ? h1 : h2);
    if (time < 1) events.push([time, i < n ? 0 : 1]);
  }
  events.sort((a, b) => a[0] - b[0]);
  let [left1, left2, observed, expected, variance] = [n, n, 0, 0, 0];
  for (const [, group] of events) {
    const share = left2 / (left1 + left2);
    observed += group;
    expected += share;
    variance += share * (1 - share);
    if (group === 0) left1 -= 1;
    else left2 -= 1;
  }
  return (observed - expected) / Math.sqrt(variance);
}

/** The difference after adjustment by the covariate, in standard errors. @type {(x: Float64Array, y: Float64Array, n: number) => number} */
function adjustedZ(x, y, n) {
  const averages = [0, 0, 0, 0];
  for (let i = 0; i < 2 * n; i += 1) {
    const group = i < n ? 0 : 1;
    averages[group] = (averages[group] ?? 0) + (x[i] ?? 0) / n;
    averages[2 + group] = (averages[2 + group] ?? 0) + (y[i] ?? 0) / n;
  }
  const [x1 = 0, x2 = 0, y1 = 0, y2 = 0] = averages;
  let [xx, xy, yy] = [0, 0, 0];
  for (let i = 0; i < 2 * n; i += 1) {
    const dx = (x[i] ?? 0) - (i < n ? x1 : x2);
    const dy = (y[i] ?? 0) - (i < n ? y1 : y2);
    xx += dx * dx;
    xy += dx * dy;
    yy += dy * dy;
  }
  const theta = xy / xx;
  const residual = (yy - theta * xy) / (2 * n - 2);
  return (y2 - y1 - theta * (x2 - x1)) / Math.sqrt((2 * residual) / n);
}

/** @param {Record<string, any>} core @returns {Design[]} */
export function comparisonDesigns(core) {
  const { tQuantile, sampleBinomial, samplePoisson } = core;
  const { sampleNormal, sampleNegativeBinomial } = core;
  const { z95, z975, spread, shares, moments } = createDraws(core);
  const t22 = tQuantile(0.95, 22);
  /** Critical t values on a fine grid of degrees of freedom, for Welch's test. */
  const table = Array.from({ length: 4000 }, (_, i) => tQuantile(0.975, 1 + i / 100));
  /** @type {(df: number) => number} */
  const tBy = (df) =>
    table[Math.min(table.length - 1, Math.max(0, Math.round((df - 1) * 100)))] ?? z975;
  const margin = {
    hypothesis: 'non-inferiority',
    margin: { absolute: 0.03 },
    minimumDetectableEffect: { absolute: 0 },
  };
  const equal = { ...margin, hypothesis: 'equivalence' };
  const mean = { kind: 'mean', baseline: 10, deviation: 2 };

  return [
    {
      name: 'non-inferiority, z unpooled, truth 1 point worse',
      metric: {
        ...margin,
        baseline: 0.3,
        test: 'z-unpooled',
        expectedDifference: { absolute: -0.01 },
      },
      n: 5000,
      succeeds: (random, truth, n) => {
        const [a, b] = shares(random, truth, n);
        return (b - a + truth.margin) / Math.sqrt(spread(a, n) + spread(b, n)) >= z975;
      },
    },
    {
      name: 'non-inferiority, lower is better',
      metric: {
        ...margin,
        direction: 'decrease',
        baseline: 0.3,
        test: 'z-unpooled',
        expectedDifference: { absolute: 0.01 },
      },
      n: 5000,
      succeeds: (random, truth, n) => {
        const [a, b] = shares(random, truth, n);
        return (a - b + truth.margin) / Math.sqrt(spread(a, n) + spread(b, n)) >= z975;
      },
    },
    {
      name: 'equivalence, z unpooled',
      metric: { ...equal, baseline: 0.3, test: 'z-unpooled' },
      n: 4500,
      succeeds: (random, truth, n) => {
        const [a, b] = shares(random, truth, n);
        return Math.abs(b - a) + z95 * Math.sqrt(spread(a, n) + spread(b, n)) <= truth.margin;
      },
    },
    {
      name: 'equivalence, t, 12 a variant',
      metric: {
        ...mean,
        ...equal,
        margin: { absolute: 2.2 },
        test: 't',
        expectedDifference: { absolute: 0.3 },
      },
      n: 12,
      succeeds: (random, truth, n) => {
        const [m1, s1] = moments(random, truth.baseline, 2, n);
        const [m2, s2] = moments(random, truth.target, 2, n);
        const error = Math.sqrt((s1 * s1 + s2 * s2) / n);
        return Math.abs(m2 - m1) + t22 * error <= truth.margin;
      },
    },
    {
      name: 'relative lift, delta method',
      metric: { baseline: 0.2, test: 'relative-lift', minimumDetectableEffect: { absolute: 0.02 } },
      n: 7000,
      succeeds: (random, truth, n) => {
        const [a, b] = shares(random, truth, n);
        const error = Math.sqrt(spread(b, n) / (a * a) + (spread(a, n) * b * b) / (a * a * a * a));
        return (b / a - 1) / error >= z975;
      },
    },
    {
      name: 'McNemar, 8 % discordant pairs',
      metric: {
        baseline: 0.9,
        test: 'mcnemar',
        discordantShare: 0.08,
        minimumDetectableEffect: { absolute: 0.02 },
      },
      n: 1600,
      succeeds: (random, { effect }, n) => {
        const discordant = sampleBinomial(random, n, 0.08);
        const better = sampleBinomial(random, discordant, 0.5 + effect / 0.16);
        return (2 * better - discordant) / Math.sqrt(discordant) >= z975;
      },
    },
    {
      name: 'Welch, deviations 1 and 3, 15 a variant',
      metric: {
        ...mean,
        deviation: 1,
        treatmentDeviation: 3,
        test: 'welch',
        minimumDetectableEffect: { absolute: 2.5 },
      },
      n: 15,
      succeeds: (random, truth, n) => {
        const [m1, s1] = moments(random, truth.baseline, 1, n);
        const [m2, s2] = moments(random, truth.target, 3, n);
        const [a, b] = [(s1 * s1) / n, (s2 * s2) / n];
        const df = ((a + b) * (a + b)) / ((a * a + b * b) / (n - 1));
        return (m2 - m1) / Math.sqrt(a + b) >= tBy(df);
      },
    },
    {
      name: 'Poisson, log ratio',
      metric: {
        kind: 'count',
        baseline: 0.5,
        test: 'poisson',
        minimumDetectableEffect: { relative: 0.15 },
      },
      n: 1500,
      succeeds: (random, { baseline, target }, n) => {
        const [a, b] = [samplePoisson(random, n * baseline), samplePoisson(random, n * target)];
        return Math.log(b / a) / Math.sqrt(1 / a + 1 / b) >= z975;
      },
    },
    {
      name: 'negative binomial, dispersion known',
      metric: {
        kind: 'count',
        baseline: 2,
        dispersion: 1.5,
        test: 'negative-binomial',
        minimumDetectableEffect: { relative: 0.1 },
      },
      n: 3500,
      succeeds: (random, { baseline, target }, n) => {
        const a = sampleNegativeBinomial(random, n / 1.5, n * baseline);
        const b = sampleNegativeBinomial(random, n / 1.5, n * target);
        return Math.log(b / a) / Math.sqrt(1 / a + 1 / b + 3 / n) >= z975;
      },
    },
    {
      name: 'label: sensitivity 0.8, specificity 0.95; half can meet it',
      metric: {
        baseline: 0.2,
        test: 'z-unpooled',
        minimumDetectableEffect: { absolute: 0.06 },
        label: { sensitivity: 0.8, specificity: 0.95, delayDays: 0 },
        triggeredShare: 0.5,
      },
      n: 5000,
      succeeds: (random, _truth, n) => {
        /** @type {(events: number) => number} */
        const labelled = (events) =>
          (sampleBinomial(random, events, 0.8) + sampleBinomial(random, n - events, 0.05)) / n;
        const triggered = sampleBinomial(random, n, 0.5);
        const a = labelled(sampleBinomial(random, n, 0.2));
        const b = labelled(
          sampleBinomial(random, triggered, 0.26) + sampleBinomial(random, n - triggered, 0.2),
        );
        return (b - a) / Math.sqrt(spread(a, n) + spread(b, n)) >= z975;
      },
    },
    {
      name: 'clusters of 20, correlation 0.05, 50 a variant',
      metric: { ...mean, test: 'normal', minimumDetectableEffect: { absolute: 0.25 } },
      design: { cluster: { size: 20, correlation: 0.05, variation: 0 } },
      n: 1000,
      succeeds: (random, { effect }) => {
        // Cluster means vary by both parts; analysed as they were assigned.
        const sd = 2 * Math.sqrt(0.05 + 0.95 / 20);
        const [m1, s1] = moments(random, 0, sd, 50);
        const [m2, s2] = moments(random, effect, sd, 50);
        return (m2 - m1) / Math.sqrt((s1 * s1 + s2 * s2) / 50) >= z975;
      },
    },
    {
      name: 'Mann-Whitney, shifted normals, 60 a variant',
      metric: { ...mean, test: 'mann-whitney', minimumDetectableEffect: { absolute: 1.05 } },
      n: 60,
      succeeds: (random, { effect }, n) => {
        const x = Float64Array.from({ length: n }, () => 2 * sampleNormal(random));
        const y = Float64Array.from({ length: n }, () => effect + 2 * sampleNormal(random));
        return rankZ(x, y) >= z975;
      },
    },
    {
      name: 'log-rank, half with event, hazard ratio 0.6',
      metric: {
        kind: 'time-to-event',
        baseline: 0.5,
        direction: 'decrease',
        test: 'log-rank',
        minimumDetectableEffect: { relative: 0.4 },
      },
      n: 140,
      succeeds: (random, { baseline, target }, n) =>
        -logRankZ(random, -Math.log(1 - baseline), -Math.log(1 - target), n) >= z975,
    },
    {
      name: 'CUPED, correlation 0.6, 100 a variant',
      metric: {
        ...mean,
        test: 'normal',
        minimumDetectableEffect: { absolute: 0.65 },
        covariate: { correlation: 0.6, shareWithHistory: 1 },
      },
      n: 100,
      succeeds: (random, { effect }, n) => {
        const x = Float64Array.from({ length: 2 * n }, () => sampleNormal(random));
        const y = x.map(
          (before, i) => 2 * (0.6 * before + 0.8 * sampleNormal(random)) + (i < n ? 0 : effect),
        );
        return adjustedZ(x, y, n) >= z975;
      },
    },
  ];
}
