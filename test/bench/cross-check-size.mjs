// Compares sample sizes, power and detectable effects of random plans with what R works out on its own.
// usage: node test/bench/cross-check-size.mjs [PLANS]     needs Rscript (Debian: r-base-core); not part of npm test.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = path.dirname(fileURLToPath(import.meta.url));
const count = Number(process.argv[2] ?? 200);

const { outputFiles } = await build({
  stdin: {
    contents: `
      export { sizePlan } from './src/core/experiment/size/sizePlan';
      export { effectCurve } from './src/core/experiment/size/effectCurve';
      export { RandomStream } from './src/core/stats/random/randomStream';`,
    resolveDir: path.join(here, '../..'),
    loader: 'ts',
  },
  bundle: true,
  format: 'esm',
  platform: 'neutral',
  mainFields: ['module', 'main'],
  write: false,
});
const source = Buffer.from(outputFiles[0]?.contents ?? []).toString('base64');
const { sizePlan, effectCurve, RandomStream } = await import(
  `data:text/javascript;base64,${source}`
);

const random = RandomStream.ofBlock(20261123, 0);
/** @type {(low: number, high: number) => number} */
const between = (low, high) => low + (high - low) * random.nextUnit();
/** @type {<Item>(items: Item[]) => Item} */
const oneOf = (items) => /** @type {any} */ (items[Math.floor(random.nextUnit() * items.length)]);

/** A plan within wide ranges: baselines .001 to .95, splits to 99:1, up to five variants. */
function randomPlan() {
  const baseline = oneOf([between(0.001, 0.05), between(0.05, 0.95)]);
  const direction = oneOf(['increase', 'decrease']);
  const room = direction === 'increase' ? 1 - baseline : baseline;
  const absolute = between(0.005, 0.3) * Math.min(baseline, room);
  const variants = oneOf([2, 2, 2, 3, 5]);
  return {
    version: 1,
    flag: 'flag',
    hypothesis: '',
    unit: 'user',
    variants: Array.from({ length: variants }, (_, i) => ({
      name: `v${i}`,
      weight: oneOf([1, 1, Math.ceil(between(0, 99))]),
    })),
    metrics: [
      {
        name: 'metric',
        role: 'primary',
        kind: 'proportion',
        baseline,
        direction,
        minimumDetectableEffect: oneOf([{ absolute }, { relative: absolute / baseline }]),
        test: 'z-unpooled',
      },
    ],
    design: {
      significanceLevel: oneOf([0.05, 0.01, between(1e-6, 0.2)]),
      power: oneOf([0.8, 0.9, between(0.3, 0.999)]),
      sides: oneOf(['two', 'one']),
      analysis: 'fixed-horizon',
    },
    traffic: { newUnitsPerDay: Math.ceil(between(100, 1e6)), exposedShare: 1 },
  };
}

const columns =
  'baseline target alpha sides power weights exact sizes answered_power effect effect_total'.split(
    ' ',
  );
const rows = Array.from({ length: count }, () => {
  const plan = randomPlan();
  const { value } = sizePlan(plan);
  const [metric] = plan.metrics;
  const [point] = effectCurve(plan, { days: 1 });
  return [
    metric?.baseline,
    (metric?.baseline ?? 0) + value.absoluteEffect,
    plan.design.significanceLevel,
    plan.design.sides === 'two' ? 2 : 1,
    plan.design.power,
    plan.variants.map(({ weight }) => weight).join(' '),
    value.perVariant.map((/** @type {{ exact: number }} */ { exact }) => exact).join(' '),
    value.perVariant
      .map((/** @type {{ sampleSize: number }} */ { sampleSize }) => sampleSize)
      .join(' '),
    value.power,
    point.absoluteEffect ?? '',
    point.total,
  ].join('\t');
});

const folder = mkdtempSync(path.join(tmpdir(), 'flaglab-cross-check-'));
try {
  const file = path.join(folder, 'plans.tsv');
  writeFileSync(file, [columns.join('\t'), ...rows, ''].join('\n'));
  execFileSync('Rscript', [path.join(here, 'cross-check-size.R'), file], { stdio: 'inherit' });
} finally {
  rmSync(folder, { recursive: true });
}
