// Compares sizes, power and detectable effects of random plans with what R (stats and, where it is there, pwr) and
// statsmodels work out on their own, question by question.
// usage: npm run bench:size [-- PLANS]    needs Rscript (Debian: r-base-core, r-cran-pwr); statsmodels is asked where
// Debian's /usr/bin/python3 has it (python3-statsmodels). Not part of npm test.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleSizes, planOf } from './bundleSizes.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const count = Number(process.argv[2] ?? 300);
const { planComparisons, sizeMethods, RandomStream } = await bundleSizes();

const random = RandomStream.ofBlock(20261124, 0);
/** @type {(low: number, high: number) => number} */
const between = (low, high) => low + (high - low) * random.nextUnit();
/** @type {<Item>(items: Item[]) => Item} */
const oneOf = (items) => /** @type {any} */ (items[Math.floor(random.nextUnit() * items.length)]);

/** What is drawn of a proportion. */
const proportion = () => {
  const baseline = oneOf([between(0.001, 0.05), between(0.05, 0.95)]);
  const direction = oneOf(['increase', 'decrease']);
  const room = direction === 'increase' ? 1 - baseline : baseline;
  const absolute = between(0.02, 0.3) * Math.min(baseline, room);
  return { baseline, direction, minimumDetectableEffect: { absolute } };
};
const mean = () => ({
  kind: 'mean',
  baseline: 10,
  deviation: between(0.5, 20),
  direction: oneOf(['increase', 'decrease']),
  minimumDetectableEffect: { absolute: between(0.2, 2) },
});
const counts = () => ({
  kind: 'count',
  baseline: between(0.05, 10),
  direction: oneOf(['increase', 'decrease']),
  minimumDetectableEffect: { relative: between(0.03, 0.4) },
});
/** @type {Record<string, () => object>} */
const questions = {
  'z-unpooled': proportion,
  'z-pooled': proportion,
  arcsine: proportion,
  'z-continuity-corrected': proportion,
  'relative-lift': proportion,
  t: mean,
  welch: () => ({ ...mean(), treatmentDeviation: between(0.5, 20) }),
  'paired-t': mean,
  normal: mean,
  poisson: counts,
  'poisson-score': counts,
  'negative-binomial': () => ({ ...counts(), dispersion: between(0.1, 4) }),
  'log-rank': () => ({
    kind: 'time-to-event',
    baseline: between(0.05, 0.8),
    direction: 'decrease',
    minimumDetectableEffect: { relative: between(0.1, 0.5) },
  }),
  'non-inferiority': () => {
    const baseline = between(0.05, 0.9);
    const room = Math.min(baseline, 1 - baseline);
    return {
      baseline,
      direction: oneOf(['increase', 'decrease']),
      hypothesis: 'non-inferiority',
      margin: { absolute: between(0.1, 0.4) * room },
      expectedDifference: { absolute: between(-0.08, 0.08) * room },
      minimumDetectableEffect: { absolute: 0 },
    };
  },
};
const byTest = { 'non-inferiority': 'z-unpooled' };
const fewPlans = { 'fisher-exact': 'fisher-exact' };

/** One plan and our answers. @type {(question: string, metric: any) => (string | number)[]} */
function row(question, drawn) {
  const test = /** @type {Record<string, string>} */ (byTest)[question] ?? question;
  const metric = { ...drawn, test };
  const design = {
    significanceLevel: oneOf([0.05, 0.01, between(0.001, 0.2)]),
    power: oneOf([0.8, 0.9, between(0.4, 0.99)]),
    sides: oneOf(['two', 'one']),
    powerCounts: oneOf(['planned-direction', 'either-direction']),
  };
  const plan = planOf({
    metric,
    design,
    weights: oneOf([
      [1, 1],
      [1, oneOf([0.25, 0.5, 2, 4])],
    ]),
  });
  const [comparison] = planComparisons(plan);
  const method = sizeMethods[test];
  const total = method.totalSampleSize(comparison, design.power);
  const n1 = Math.ceil(total * comparison.controlShare) + 3;
  const n2 =
    metric.test === 'paired-t'
      ? n1
      : Math.round((n1 * comparison.treatmentShare) / comparison.controlShare) + 3;
  const again = { ...comparison, controlShare: n1 / (n1 + n2), treatmentShare: n2 / (n1 + n2) };
  const atSizes = test === 'paired-t' ? comparison : again;
  const inAll = test === 'paired-t' ? n1 : n1 + n2;
  const power = method.power(atSizes, inAll);
  const effect = method.minimumDetectableEffect(atSizes, inAll, design.power);
  return [
    question,
    comparison.baseline,
    comparison.target,
    metric.deviation ?? '',
    metric.treatmentDeviation ?? metric.deviation ?? '',
    metric.dispersion ?? 0,
    comparison.margin,
    comparison.better,
    design.significanceLevel,
    comparison.sides,
    design.power,
    comparison.countsWrongTail ? 1 : 0,
    comparison.controlShare,
    comparison.treatmentShare,
    n1,
    n2,
    total,
    power,
    effect ?? '',
  ];
}

const columns =
  'question p1 p2 sd1 sd2 k margin better alpha sides power both w1 w2 n1 n2 our_total our_power our_effect'.split(
    ' ',
  );
const names = Object.keys(questions);
const rows = Array.from({ length: count }, (_, i) => {
  const question = names[i % names.length] ?? '';
  return row(question, questions[question]?.()).join('\t');
});
for (let i = 0; i < 10; i += 1) {
  const baseline = between(0.1, 0.4);
  const metric = { baseline, minimumDetectableEffect: { absolute: between(0.2, 0.4) } };
  rows.push(row(fewPlans['fisher-exact'], metric).join('\t'));
}

const folder = mkdtempSync(path.join(tmpdir(), 'flaglab-cross-check-'));
try {
  const file = path.join(folder, 'plans.tsv');
  writeFileSync(file, [columns.join('\t'), ...rows, ''].join('\n'));
  execFileSync('Rscript', [path.join(here, 'cross-check.R'), file], { stdio: 'inherit' });
  execFileSync('/usr/bin/python3', [path.join(here, 'cross-check.py'), file], { stdio: 'inherit' });
} finally {
  rmSync(folder, { recursive: true });
}
