// Simulates 100 generated plans (test/support/generatedPlans.ts: baseline 0.005 to 0.95, splits to 95:5, 2 to 5 variants, all
// kinds that can be simulated, at least 30 expected events a variant) and compares the power with the formula's and with what
// is known of the same test beyond it (variants have exactly their shares of the units, as all three assume): all outcomes enumerated, or the next terms of its normal approximation.
// usage: npm run bench:plans [-- REPLICATIONS [FIRST LAST]]    20,000 (the default) take some minutes. plans.txt is its output.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';

const script = `
import { createSimulation } from './src/core/simulate/simulation';
import { generatedPlan } from './test/support/generatedPlans';
const [replications, first, last] = process.argv.slice(2).map(Number);
const columns = ['plan', 'kind', 'test', 'split', 'units', 'simulated', 'formula', 'apart', 'refined', 'by', 'apart'];
const widths = [4, 11, 18, 32, 9, 9, 8, 6, 8, 12, 6];
const line = (cells) => console.log(cells.map((cell, i) => String(cell).padStart(widths[i])).join(' '));
line(columns);
let [near, refinedNear, done] = [0, 0, 0];
for (let i = first; i < last; i += 1) {
  const plan = generatedPlan(i, 'any');
  const created = createSimulation({ plan, seed: 1, replications, only: 'power', split: 'fixed' });
  if (created.kind === 'refused') throw new Error(created.message);
  const { simulation } = created;
  const blocks = Array.from({ length: simulation.blockCount }, (_, k) => simulation.runBlock(k));
  const { power, formulaPower, refinedPower, comparison } = simulation.summarise(blocks);
  const apartFrom = (p) => (power.estimate - p) / Math.sqrt((p * (1 - p)) / replications);
  const truth = refinedPower?.power ?? formulaPower;
  const [metric] = plan.metrics;
  done += 1;
  if (Math.abs(apartFrom(formulaPower)) <= 3) near += 1;
  if (Math.abs(apartFrom(truth)) <= 3) refinedNear += 1;
  const split = plan.variants.map(({ weight }) => weight.toFixed(3)).join('/');
  line([i, metric.kind, metric.test, split, comparison.total, power.estimate.toFixed(4), formulaPower.toFixed(4), apartFrom(formulaPower).toFixed(1), truth.toFixed(4), refinedPower?.by ?? 'formula', apartFrom(truth).toFixed(1)]);
}
console.log('\\n' + near + ' of ' + done + ' plans within 3 standard errors of the formula, ' + refinedNear + ' of what is known of the same test; ' + replications.toLocaleString('en') + ' launches each');
`;

const [replications = '20000', first = '0', last = '100'] = process.argv.slice(2);
const folder = mkdtempSync(path.join(tmpdir(), 'flaglab-'));
try {
  const outfile = path.join(folder, 'plans.cjs');
  await build({
    stdin: { contents: script, resolveDir: '.', loader: 'ts' },
    bundle: true,
    platform: 'node',
    outfile,
    logLevel: 'error',
  });
  execFileSync('node', [outfile, replications, first, last], { stdio: 'inherit' });
} finally {
  rmSync(folder, { recursive: true });
}
