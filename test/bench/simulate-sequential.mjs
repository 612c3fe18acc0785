// Simulates each family of sequential designs at three settings and compares type I error, power and average sample
// with what the recursion says, within Monte Carlo error.
// usage: node test/bench/simulate-sequential.mjs [REPLICATIONS]     not part of npm test: a million takes minutes.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = path.dirname(fileURLToPath(import.meta.url));
const replications = Number(process.argv[2] ?? 1e6);

const { outputFiles } = await build({
  stdin: {
    contents: `
      export { sequentialDesign } from './src/core/experiment/sequential/sequentialDesign';
      export { alwaysValidMultiplier } from './src/core/experiment/sequential/alwaysValidMultiplier';
      export { recursionOver } from './src/core/experiment/sequential/recursion';
      export { operatingCharacteristics } from './src/core/experiment/sequential/operatingCharacteristics';
      export { driftForPower } from './src/core/experiment/sequential/driftForPower';
      export { normalQuantile } from './src/core/stats/distributions/normalQuantile';
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
const core = await import(`data:text/javascript;base64,${source}`);

/** @typedef {{ fraction: number, upper: number, lower: number, futility: { low: number, high: number } | null }} Look */

/** @type {(count: number) => number[]} */
const evenly = (count) => Array.from({ length: count }, (_, i) => (i + 1) / count);

/** Paths of z with a drift, look by look, until a bound is crossed. */
/** @type {(looks: Look[], drift: number, block: number) => { success: number, wrong: number, fraction: number, squares: number }} */
function simulate(looks, drift, block) {
  const random = core.RandomStream.ofBlock(20261124, block);
  let [success, wrong, fractions, squares] = [0, 0, 0, 0];
  for (let i = 0; i < replications; i += 1) {
    let score = 0;
    let before = 0;
    for (const { fraction, upper, lower, futility } of looks) {
      const step = fraction - before;
      // A normal step by inversion: slow, and nothing of what is checked.
      score += drift * step + Math.sqrt(step) * core.normalQuantile(random.nextUnit() || 1e-17);
      before = fraction;
      const z = score / Math.sqrt(fraction);
      if (z >= upper) success += 1;
      else if (z <= lower) wrong += 1;
      else if (fraction === 1 || futility === null || z < futility.low || z > futility.high)
        continue;
      break;
    }
    fractions += before;
    squares += before * before;
  }
  const fraction = fractions / replications;
  return {
    success: success / replications,
    wrong: wrong / replications,
    fraction,
    squares: squares / replications,
  };
}

const spending = (/** @type {string} */ kind, exponent = 1) => ({
  kind: 'spending',
  spending: kind === 'power' ? { kind, exponent } : { kind },
});
const settings = [
  { fractions: evenly(5), sides: 2, significanceLevel: 0.05, power: 0.8 },
  { fractions: [0.2, 0.55, 0.7, 1], sides: 1, significanceLevel: 0.025, power: 0.9 },
  { fractions: evenly(14), sides: 2, significanceLevel: 0.1, power: 0.7 },
];
const families = {
  pocock: { efficacy: { kind: 'shape', shape: 0.5 } },
  'obrien-fleming': { efficacy: { kind: 'shape', shape: 0 } },
  'lan-demets-pocock': { efficacy: spending('lan-demets-pocock') },
  'lan-demets-obrien-fleming': { efficacy: spending('lan-demets-obrien-fleming') },
  'power 2': { efficacy: spending('power', 2) },
  'haybittle-peto': { efficacy: { kind: 'flat-then-rest', z: 3.5 } },
  'obrien-fleming, futility': {
    efficacy: spending('lan-demets-obrien-fleming'),
    futility: spending('lan-demets-obrien-fleming'),
    isFutilityBinding: true,
  },
};

/** @type {{ name: string, looks: Look[], drift: number, said: any }[]} */
const cases = [];
for (const [name, family] of Object.entries(families)) {
  for (const setting of settings) {
    const design = core.sequentialDesign({ ...setting, ...family });
    cases.push({ name, looks: design.looks, drift: design.drift, said: design });
  }
}
const rules = {
  'asymptotic-cs': { kind: 'asymptotic-cs', tuning: 5000 },
  msprt: { kind: 'msprt', mixingVariance: 0.003 },
  statsig: { kind: 'statsig', varianceControl: 1, varianceTreatment: 1 },
};
for (const [name, rule] of Object.entries(rules)) {
  for (const { fractions, sides, significanceLevel, power } of settings) {
    const looks = fractions.map((fraction) => {
      const units = 10_000 * fraction;
      const moment = { units, variance: 4 / units, significanceLevel, sides };
      const upper = core.alwaysValidMultiplier(rule, moment);
      return { fraction, upper, lower: sides === 2 ? -upper : -Infinity, futility: null };
    });
    const recursion = core.recursionOver(looks);
    const drift = core.driftForPower(recursion, power);
    const terms = { drift, significanceLevel, sides, power };
    cases.push({ name, looks, drift, said: core.operatingCharacteristics(recursion, terms) });
  }
}

let worst = 0;
console.log(
  `${replications.toLocaleString('en')} replications; (said - simulated) in standard errors`,
);
console.log(
  'family                    looks  type I           power            mean under H0    mean under H1',
);
cases.forEach(({ name, looks, drift, said }, index) => {
  const none = simulate(looks, 0, 2 * index);
  const effect = simulate(looks, drift, 2 * index + 1);
  const parts = [
    [said.typeOneError, none.success + none.wrong],
    [said.power, effect.success],
    [said.averageSample.null / said.maximumInflation, none.fraction, none.squares],
    [said.averageSample.effect / said.maximumInflation, effect.fraction, effect.squares],
  ].map(([told = 0, seen = 0, squares]) => {
    const variance = squares === undefined ? told * (1 - told) : squares - seen * seen;
    const distance = (told - seen) / Math.sqrt(variance / replications || 1);
    worst = Math.max(worst, Math.abs(distance));
    return `${told.toFixed(5)} (${distance.toFixed(1).padStart(4)})`.padEnd(16);
  });
  console.log(`${name.padEnd(25)} ${String(looks.length).padStart(5)}  ${parts.join(' ')}`);
});
console.log(`worst of ${cases.length * 4}: ${worst.toFixed(2)} standard errors`);
process.exitCode = worst < 4.5 ? 0 : 1;
