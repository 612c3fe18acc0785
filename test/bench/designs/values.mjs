// Designs of one comparison whose values are not normal or hang together: quantiles, revenue, ratios of sums, unequal clusters,
// several observations, partial history, rates, exact and score tests of proportions, strata of labels, mismatched ratios.
import { createDraws } from './draws.mjs';

/** @typedef {import('./draws.mjs').Design} Design */

/** Farrington and Manning 1990, the closed form of their appendix: control's share under p₂ = p₁ + difference, equal groups. @type {(a: number, b: number, difference: number) => number} */
function restricted(a, b, difference) {
  // In their words: group 1 is the treatment, θ = 1, s₀ the difference under the null hypothesis.
  const s0 = difference;
  const cubic = 2;
  const square = -(2 + b + a + s0 * 3);
  const linear = s0 * s0 + s0 * (2 * b + 2) + b + a;
  const constant = -b * s0 * (1 + s0);
  const third = square / (3 * cubic);
  const v = third ** 3 - (square * linear) / (6 * cubic * cubic) + constant / (2 * cubic);
  const u = (Math.sign(v) || 1) * Math.sqrt(Math.max(0, third * third - linear / (3 * cubic)));
  const w = (Math.PI + Math.acos(Math.max(-1, Math.min(1, v / u ** 3)))) / 3;
  return 2 * u * Math.cos(w) - third - s0;
}

/** @type {(n: number, p: number) => number[]} */
function masses(n, p) {
  const found = [(1 - p) ** n];
  for (let x = 1; x <= n; x += 1)
    found.push(((found[x - 1] ?? 0) * (n - x + 1) * p) / (x * (1 - p)));
  return found;
}

/** Suissa and Shuster's test by brute force: which pairs of counts out of n and n reject at 5 %, two sides. @type {(n: number) => boolean[][]} */
function unconditionalRejections(n) {
  const cells = [];
  for (let x1 = 0; x1 <= n; x1 += 1) {
    for (let x2 = 0; x2 <= n; x2 += 1) {
      const pooled = (x1 + x2) / (2 * n);
      const z = x1 === x2 ? 0 : Math.abs(x2 - x1) / n / Math.sqrt((2 * pooled * (1 - pooled)) / n);
      cells.push({ x1, x2, z });
    }
  }
  cells.sort((a, b) => b.z - a.z);
  const grid = Array.from({ length: 999 }, (_, i) => masses(n, (i + 1) / 1000));
  const levels = grid.map(() => 0);
  const rejects = Array.from({ length: n + 1 }, () => Array.from({ length: n + 1 }, () => false));
  for (let i = 0; i < cells.length;) {
    const z = cells[i]?.z ?? 0;
    const tied = [];
    for (; i < cells.length && Math.abs((cells[i]?.z ?? 0) - z) < 1e-9; i += 1) tied.push(cells[i]);
    for (const [place, mass] of grid.entries()) {
      for (const cell of tied) {
        levels[place] =
          (levels[place] ?? 0) + (mass[cell?.x1 ?? 0] ?? 0) * (mass[cell?.x2 ?? 0] ?? 0);
      }
    }
    if (Math.max(...levels) > 0.05) break;
    for (const cell of tied) {
      const row = rejects[cell?.x1 ?? 0];
      if (row !== undefined) row[cell?.x2 ?? 0] = true;
    }
  }
  return rejects;
}

const mean = { kind: 'mean', baseline: 10, deviation: 2, test: 'normal' };
const twoPoints = { minimumDetectableEffect: { absolute: 0.02 } };

/** @param {Record<string, any>} core @returns {Design[]} */
export function valueDesigns(core) {
  const { normalQuantile, chiSquareUpperQuantile, labelsNeeded, detectableShift } = core;
  const { sampleBinomial, sampleNormal, samplePoisson, sampleBeta } = core;
  const { z975, spread, moments } = createDraws(core);
  const density = Math.exp(-0.5 * normalQuantile(0.95) ** 2) / Math.sqrt(2 * Math.PI);
  const exactTable = unconditionalRejections(25);
  const srmCritical = chiSquareUpperQuantile(0.001, 1);
  const srm = detectableShift({ total: 20_000, plannedShare: 0.5, alarmLevel: 0.001, power: 0.8 });

  /** The 95th percentile of n lognormals, drawn as the order statistic it is. @type {(random: any, value: number, n: number) => number} */
  const percentile = (random, value, n) => {
    const k = Math.ceil(0.95 * n);
    const at = sampleBeta(random, k, n - k + 1);
    return value * Math.exp(0.8 * (normalQuantile(at) - normalQuantile(0.95)));
  };
  /** @type {(random: any, buyers: number, logMean: number, n: number) => [number, number]} */
  const spend = (random, buyers, logMean, n) => {
    let [sum, squares] = [0, 0];
    for (let i = 0; i < buyers; i += 1) {
      const value = Math.exp(logMean + sampleNormal(random));
      sum += value;
      squares += value * value;
    }
    return [sum / n, (squares - (sum * sum) / n) / (n - 1)];
  };
  /** Mean and variance of spend between n units, 5 % of which buy. @type {(random: any, perUnit: number, n: number) => [number, number]} */
  const spendAt = (random, perUnit, n) =>
    spend(random, sampleBinomial(random, n, 0.05), Math.log(perUnit / 0.05) - 0.5, n);
  const revenue = {
    kind: 'revenue',
    test: 'normal',
    baseline: 4,
    buyerShare: 0.05,
    logDeviation: 1,
    minimumDetectableEffect: { relative: 0.2 },
  };
  /** Ratio of sums of two normals with sds 1 and 1.5 and correlation 0.4, and its variance by the delta method. @type {(random: any, ratio: number, n: number) => [number, number]} */
  const ratioOf = (random, ratio, n) => {
    let [x, y, xx, xy, yy] = [0, 0, 0, 0, 0];
    for (let i = 0; i < n; i += 1) {
      const first = sampleNormal(random);
      const b = 4 + 1.5 * first;
      const a = 4 * ratio + 0.4 * first + Math.sqrt(0.84) * sampleNormal(random);
      x += a;
      y += b;
      xx += a * a;
      xy += a * b;
      yy += b * b;
    }
    const r = x / y;
    const m = y / n;
    const variance = (xx - 2 * r * xy + r * r * yy) / (n - 1) / (m * m);
    return [r, variance / n];
  };
  /** Mean of all units of clusters of 10 or 30, and its variance from the clusters. @type {(random: any, effect: number, clusters: number) => [number, number]} */
  const clusterMean = (random, effect, clusters) => {
    let [units, sum, mm, my, yy] = [0, 0, 0, 0, 0];
    for (let i = 0; i < clusters; i += 1) {
      const size = random.nextUnit() < 0.5 ? 10 : 30;
      const total = size * (effect + 2 * Math.sqrt(0.05 + 0.95 / size) * sampleNormal(random));
      units += size;
      sum += total;
      mm += size * size;
      my += size * total;
      yy += total * total;
    }
    const r = sum / units;
    const residual = (yy - 2 * r * my + r * r * mm) / (clusters - 1);
    return [r, (residual * clusters) / (units * units)];
  };
  /** @type {(baseline: number) => any} */
  const latency = (baseline) => ({
    kind: 'quantile',
    test: 'quantile-normal',
    quantile: 0.95,
    baseline,
    logDeviation: 0.8,
    direction: 'decrease',
    minimumDetectableEffect: { relative: 0.08 },
  });
  /** @type {(x: number, y: number, n: number, slope: number) => number} */
  const quantileZ = (x, y, n, slope) =>
    (y - x) / Math.sqrt((0.95 * 0.05 * (1 / (slope / x) ** 2 + 1 / (slope / y) ** 2)) / n);
  const share = {
    name: 'recall',
    measure: 'recall',
    qualifyingShare: 1,
    confidenceLevel: 0.95,
    power: 0.8,
  };
  const strata = [
    { name: 'a', share: 0.7, expected: 0.95 },
    { name: 'b', share: 0.2, expected: 0.8 },
    { name: 'c', share: 0.1, expected: 0.5 },
  ];
  const stratified = labelsNeeded({
    ...share,
    measure: 'accuracy',
    expected: 0.875,
    interval: 'wilson',
    halfWidth: 0.02,
    strata,
  });
  const floored = labelsNeeded({
    ...share,
    expected: 0.9,
    floor: 0.85,
    interval: 'clopper-pearson',
  });
  return [
    {
      name: 'p95 of lognormal times 8 % lower, 5,000 a variant',
      metric: latency(400),
      n: 5000,
      succeeds: (random, { baseline, target }, n) => {
        const [x, y] = [percentile(random, baseline, n), percentile(random, target, n)];
        return -quantileZ(x, y, n, density / 0.8) >= z975;
      },
    },
    {
      name: 'p95 of lognormal 8 % lower, the same density at it, 5,000 a variant',
      metric: latency(400),
      n: 5000,
      succeeds: (random, { baseline, effect }, n) => {
        const [x, y] = [percentile(random, baseline, n), percentile(random, baseline, n)];
        const error = Math.sqrt((2 * 0.95 * 0.05) / n) / (density / 0.8 / baseline);
        return -(y + effect - x) / error >= z975;
      },
    },
    {
      name: 'revenue, 5 % buy, no effect, 10,000 a variant: alarms either way',
      metric: revenue,
      n: 10_000,
      formula: () => 0.05,
      succeeds: (random, { baseline }, n) => {
        const [m1, v1] = spendAt(random, baseline, n);
        const [m2, v2] = spendAt(random, baseline, n);
        return Math.abs(m2 - m1) / Math.sqrt((v1 + v2) / n) >= z975;
      },
    },
    {
      name: 'revenue, 5 % buy, baskets 20 % larger, so spread too, 30,000 a variant',
      metric: revenue,
      n: 30_000,
      succeeds: (random, { baseline, target }, n) => {
        const [m1, v1] = spendAt(random, baseline, n);
        const [m2, v2] = spendAt(random, target, n);
        return (m2 - m1) / Math.sqrt((v1 + v2) / n) >= z975;
      },
    },
    {
      name: 'ratio of sums, delta method, 600 a variant',
      metric: {
        kind: 'ratio',
        test: 'delta-method',
        baseline: 0.5,
        deviation: 1,
        denominatorMean: 4,
        denominatorDeviation: 1.5,
        numeratorDenominatorCorrelation: 0.4,
        minimumDetectableEffect: { absolute: 0.04 },
      },
      n: 600,
      succeeds: (random, { baseline, target }, n) => {
        const [r1, v1] = ratioOf(random, baseline, n);
        const [r2, v2] = ratioOf(random, target, n);
        return (r2 - r1) / Math.sqrt(v1 + v2) >= z975;
      },
    },
    {
      name: 'clusters of 10 or 30, correlation 0.05, 60 a variant',
      metric: { ...mean, minimumDetectableEffect: { absolute: 0.25 } },
      design: { cluster: { size: 20, correlation: 0.05, variation: 0.5 } },
      n: 1200,
      succeeds: (random, { effect }) => {
        const [m1, v1] = clusterMean(random, 0, 60);
        const [m2, v2] = clusterMean(random, effect, 60);
        return (m2 - m1) / Math.sqrt(v1 + v2) >= z975;
      },
    },
    {
      name: 'four observations a unit, correlation 0.3, 300 a variant',
      metric: {
        ...mean,
        observations: { perUnit: 4, correlation: 0.3, variation: 0 },
        minimumDetectableEffect: { absolute: 0.32 },
      },
      n: 300,
      succeeds: (random, { effect }, n) => {
        const sd = 2 * Math.sqrt((1 + 3 * 0.3) / 4);
        const [m1, s1] = moments(random, 0, sd, n);
        const [m2, s2] = moments(random, effect, sd, n);
        return (m2 - m1) / Math.sqrt((s1 * s1 + s2 * s2) / n) >= z975;
      },
    },
    {
      name: 'CUPED, correlation 0.7, 60 % with history, 500 a variant',
      metric: {
        ...mean,
        covariate: { correlation: 0.7, shareWithHistory: 0.6 },
        minimumDetectableEffect: { absolute: 0.3 },
      },
      n: 500,
      succeeds: (random, { effect }, n) => {
        // Adjusted units keep 1 - 0.49 of their variance; the others all of it. Their numbers are chance.
        /** @type {(shift: number) => [number, number]} */
        const draw = (shift) => {
          const known = sampleBinomial(random, n, 0.6);
          const [a, sa] = moments(random, shift, 2 * Math.sqrt(0.51), known);
          const [b, sb] = moments(random, shift, 2, n - known);
          return [(known * a + (n - known) * b) / n, (known * sa * sa + (n - known) * sb * sb) / n];
        };
        const [m1, v1] = draw(0);
        const [m2, v2] = draw(effect);
        return (m2 - m1) / Math.sqrt((v1 + v2) / n) >= z975;
      },
    },
    {
      name: 'rate, score test, exposure 7',
      metric: {
        kind: 'rate',
        test: 'poisson-score',
        baseline: 0.05,
        exposure: 7,
        minimumDetectableEffect: { relative: 0.2 },
      },
      n: 1200,
      succeeds: (random, { baseline, target }, n) => {
        const [a, b] = [
          samplePoisson(random, 7 * n * baseline),
          samplePoisson(random, 7 * n * target),
        ];
        return (b - a) / Math.sqrt(a + b) >= z975;
      },
    },
    {
      name: 'non-inferiority, Farrington-Manning, 400 a variant',
      metric: {
        test: 'farrington-manning',
        baseline: 0.8,
        hypothesis: 'non-inferiority',
        margin: { absolute: 0.08 },
        minimumDetectableEffect: { absolute: 0 },
      },
      n: 400,
      succeeds: (random, { baseline, target, margin }, n) => {
        const a = sampleBinomial(random, n, baseline) / n;
        const b = sampleBinomial(random, n, target) / n;
        const p = restricted(a, b, -margin);
        return (b - a + margin) / Math.sqrt(spread(p, n) + spread(p - margin, n)) >= z975;
      },
    },
    {
      name: 'exact unconditional test, 25 a variant',
      metric: {
        test: 'exact-unconditional',
        baseline: 0.2,
        minimumDetectableEffect: { absolute: 0.4 },
      },
      n: 25,
      succeeds: (random, { baseline, target }, n) => {
        const [a, b] = [sampleBinomial(random, n, baseline), sampleBinomial(random, n, target)];
        return b > a && (exactTable[a]?.[b] ?? false);
      },
    },
    {
      name: 'sampled telemetry, 20 % recorded',
      metric: { baseline: 0.2, test: 'z-unpooled', ...twoPoints },
      telemetry: { sampledShare: 0.2 },
      n: 30_000,
      succeeds: (random, { baseline, target }, n) => {
        const [k1, k2] = [sampleBinomial(random, n, 0.2), sampleBinomial(random, n, 0.2)];
        const [a, b] = [
          sampleBinomial(random, k1, baseline) / k1,
          sampleBinomial(random, k2, target) / k2,
        ];
        return (b - a) / Math.sqrt(spread(a, k1) + spread(b, k2)) >= z975;
      },
    },
    {
      name: 'mismatch of the split seen at level 0.001, 20,000 in all',
      metric: { baseline: 0.2, test: 'z-unpooled', ...twoPoints },
      n: 10_000,
      formula: () => 0.8,
      succeeds: (random) => {
        const x = sampleBinomial(random, 20_000, 0.5 + (srm ?? NaN));
        return (x - 10_000) ** 2 / 5000 >= srmCritical;
      },
    },
    {
      name: `labels in three strata, accuracy within 0.02: coverage`,
      metric: { baseline: 0.2, test: 'z-unpooled', ...twoPoints },
      n: stratified.counting,
      formula: () => 0.95,
      succeeds: (random) => {
        let estimate = 0;
        for (const [i, { share: weight, expected }] of strata.entries()) {
          const n = stratified.strata[i]?.counting ?? 0;
          estimate += (weight * sampleBinomial(random, n, expected)) / n;
        }
        return Math.abs(estimate - 0.875) <= 0.02;
      },
    },
    {
      name: `labels, recall 0.9 above a floor of 0.85, ${floored.counting} positives: power at least`,
      metric: { baseline: 0.2, test: 'z-unpooled', ...twoPoints },
      n: floored.counting,
      formula: () => 0.8,
      succeeds: (random, _truth, n) => {
        const x = sampleBinomial(random, n, 0.9);
        return x >= floorCount(n);
      },
    },
  ];

  /** Fewest of n that an exact one-sided test at 5 % calls above 0.85, by summing masses. @type {(n: number) => number} */
  function floorCount(n) {
    known ??= (() => {
      const mass = masses(n, 0.85);
      let tail = 0;
      for (let x = n; x >= 0; x -= 1) {
        tail += mass[x] ?? 0;
        if (tail > 0.05) return x + 1;
      }
      return 0;
    })();
    return known;
  }
}

/** @type {number | undefined} */
let known;
