// Compares bounds, sizes and chances of random group sequential designs with what rpact works out on its own.
// usage: node test/bench/cross-check-sequential.mjs [DESIGNS]
// needs Rscript with rpact (Debian: r-base-core, r-cran-rpact); not part of npm test.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { importBundled } from './importBundled.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const count = Number(process.argv[2] ?? 200);

const { sequentialDesign, RandomStream } = await importBundled(`
      export { sequentialDesign } from './src/core/experiment/sequential/sequentialDesign';
      export { RandomStream } from './src/core/stats/random/randomStream';`);

const random = RandomStream.ofBlock(20261124, 0);
/** @type {(low: number, high: number) => number} */
const between = (low, high) => low + (high - low) * random.nextUnit();
/** @type {<Item>(items: Item[]) => Item} */
const oneOf = (items) => /** @type {any} */ (items[Math.floor(random.nextUnit() * items.length)]);

/** Even looks, or gaps that differ up to fivefold. */
function randomFractions() {
  const looks = oneOf([2, 3, 4, 5, 6, 8, 10]);
  const isEven = random.nextUnit() < 0.4;
  const gaps = Array.from({ length: looks }, () => (isEven ? 1 : between(1, 5)));
  const sum = gaps.reduce((total, gap) => total + gap, 0);
  let before = 0;
  return gaps.map((gap, i) => (i === looks - 1 ? 1 : (before += gap / sum)));
}

/** @type {(family: string, exponent: number) => any} */
const spendingOf = (family, exponent) =>
  family === 'power' ? { kind: 'power', exponent } : { kind: family };

/** @type {(family: string, exponent: number) => any} */
const efficacyOf = (family, exponent) => {
  if (family === 'pocock') return { kind: 'shape', shape: 0.5 };
  if (family === 'obrien-fleming') return { kind: 'shape', shape: 0 };
  return { kind: 'spending', spending: spendingOf(family, exponent) };
};

const families = [
  'pocock',
  'obrien-fleming',
  'lan-demets-pocock',
  'lan-demets-obrien-fleming',
  'power',
];

/** @type {(index: number) => Record<string, string | number>} */
function randomDesign(index) {
  const family = families[index % families.length] ?? '';
  const exponent = between(0.5, 4);
  const sides = oneOf([1, 2]);
  const futility = oneOf(['none', 'none', 'z', 'spending']);
  // rpact spends the risk of a miss only beside a spending function for false alarms, and not on two sides as we do.
  const isShape = family === 'pocock' || family === 'obrien-fleming';
  const kind = sides === 2 || (isShape && futility === 'spending') ? 'none' : futility;
  const spending = kind === 'spending' ? oneOf(families.slice(2)) : kind;
  const futilityZ = between(-1, 0.5);
  const futilityExponent = between(0.5, 4);
  const isFutilityBinding = random.nextUnit() < 0.5;
  const request = {
    fractions: randomFractions(),
    sides,
    significanceLevel: oneOf([0.05, 0.025, 0.01, between(0.005, 0.1)]),
    power: oneOf([0.8, 0.9, between(0.6, 0.97)]),
    efficacy: efficacyOf(family, exponent),
    isFutilityBinding,
    ...(kind === 'z' && { futility: { kind: 'z', z: futilityZ } }),
    ...(kind === 'spending' && {
      futility: { kind: 'spending', spending: spendingOf(spending, futilityExponent) },
    }),
  };
  const design = sequentialDesign(request);
  return {
    family,
    exponent,
    sides,
    alpha: request.significanceLevel,
    power: request.power,
    fractions: request.fractions.join(' '),
    futility: spending,
    futility_z: futilityZ,
    futility_exponent: futilityExponent,
    binding: String(isFutilityBinding),
    upper: design.looks.map((/** @type {any} */ { upper }) => upper).join(' '),
    futility_bounds:
      kind === 'none'
        ? ''
        : design.looks
            .slice(0, -1)
            .map((/** @type {any} */ { futility: zone }) => zone?.high ?? '-Inf')
            .join(' '),
    inflation: design.maximumInflation,
    average_null: design.averageSample.null,
    average_effect: design.averageSample.effect,
    success: design.stopProbability.effect.success.join(' '),
  };
}

const rows = Array.from({ length: count }, (_, index) => randomDesign(index));
const columns = Object.keys(rows[0] ?? {});
const folder = mkdtempSync(path.join(tmpdir(), 'flaglab-cross-check-'));
try {
  const file = path.join(folder, 'designs.tsv');
  const lines = rows.map((row) => columns.map((column) => row[column]).join('\t'));
  writeFileSync(file, [columns.join('\t'), ...lines, ''].join('\n'));
  execFileSync('Rscript', [path.join(here, 'cross-check-sequential.R'), file], {
    stdio: 'inherit',
  });
} finally {
  rmSync(folder, { recursive: true });
}
