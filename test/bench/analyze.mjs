// Times the whole `flaglab analyze` process on a large CSV beside `wc -l` and CSV parsers alone, and compares a million rows with R.
// usage: npm run bench:analyze [-- --rows N]     needs `wc`; `Rscript` for the comparison.
// A report, not a test of speed; it fails where R says something else.
import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { cacheFolder } from '../tasks/cacheFolder.mjs';
import { installOnce } from '../tasks/installOnce.mjs';
import { runNpm } from '../tasks/npm.mjs';
import { inRepository } from '../tasks/repository.mjs';
import { measured } from './measureProcess.mjs';

const papaVersion = '5.7.1';
const { values } = parseArgs({ options: { rows: { type: 'string', default: '10000000' } } });
const rows = Number(values.rows);
const folder = await mkdtemp(path.join(tmpdir(), 'flaglab-analyze-'));
const inFolder = (/** @type {string} */ name) => path.join(folder, name);

/** mulberry32: the same file each time. */
function random(/** @type {number} */ seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * @param {string} file
 * @param {string} header
 * @param {number} count
 * @param {(i: number, next: () => number) => string} row
 */
function writeRows(file, header, count, row) {
  const out = openSync(file, 'w');
  const next = random(7);
  let text = `${header}\n`;
  for (let i = 0; i < count; i += 1) {
    text += `${row(i, next)}\n`;
    if (text.length > 1 << 20) {
      writeSync(out, text);
      text = '';
    }
  }
  writeSync(out, text);
  closeSync(out);
}

const plan = (/** @type {string} */ metrics) => `version: 1
flag: bench
variants:
  - { name: control, weight: 50 }
  - { name: treatment, weight: 50 }
metrics:
${metrics}
`;
const effect = 'minimumDetectableEffect: { relative: 0.05 }';
const conversion = `  - { name: conversion, role: primary, kind: proportion, baseline: 0.052, ${effect} }`;
const revenue = `  - { name: revenue, role: secondary, kind: mean, baseline: 2, deviation: 20, ${effect} }`;

await build({
  entryPoints: [inRepository('src/cli/main.ts')],
  bundle: true,
  minify: true,
  platform: 'node',
  format: 'cjs',
  outfile: inFolder('cli.js'),
  define: { FLAGLAB_VERSION: '"bench"' },
});
await build({
  stdin: {
    contents: `
      import { closeSync, openSync, readSync } from 'node:fs';
      import { CsvReader } from './src/core/syntax/csv/csvReader';
      let cells = 0;
      const reader = new CsvReader(({ count }) => { cells += count; return true; });
      const file = openSync(process.argv[2], 'r');
      const buffer = new Uint8Array(1 << 20);
      for (let read; (read = readSync(file, buffer)) > 0; ) reader.push(buffer.subarray(0, read));
      reader.end();
      closeSync(file);
      console.log(cells);`,
    resolveDir: inRepository(),
    loader: 'ts',
  },
  bundle: true,
  platform: 'node',
  format: 'cjs',
  outfile: inFolder('own.js'),
});

async function papaParse() {
  const home = path.join(cacheFolder(), `papaparse-${papaVersion}`);
  await installOnce({
    folder: home,
    title: `papaparse ${papaVersion}`,
    expectation: 'under 1 MB, some seconds',
    install: async (into) => {
      writeFileSync(path.join(into, 'package.json'), '{}');
      const args = ['install', '--ignore-scripts', '--no-audit', `papaparse@${papaVersion}`];
      await runNpm({ purpose: 'to install papaparse', cwd: into, args });
    },
  });
  const script = inFolder('papa.cjs');
  const library = path.join(home, 'node_modules', 'papaparse');
  writeFileSync(
    script,
    `const Papa = require(${JSON.stringify(library)});
     let cells = 0;
     Papa.parse(require('node:fs').createReadStream(process.argv[2]), { step: ({ data }) => { cells += data.length; } });`,
  );
  return script;
}

async function timeRows() {
  const data = inFolder('rows.csv');
  writeFileSync(inFolder('plan.yaml'), plan(`${conversion}\n${revenue}`));
  writeRows(data, 'unit,variant,conversion,revenue,pre_revenue', rows, (i, next) => {
    const converts = next() < 0.052 ? 1 : 0;
    const spend = converts === 1 ? (80 * next() * next()).toFixed(2) : '0';
    const before = next() < 0.3 ? (20 * next()).toFixed(2) : '0';
    return `u${String(i).padStart(8, '0')},${next() < 0.5 ? 'control' : 'treatment'},${converts},${spend},${before}`;
  });
  const node = process.execPath;
  const analyze = [inFolder('cli.js'), 'analyze', inFolder('plan.yaml'), data, '--format', 'json'];
  const papa = await papaParse().catch(() => null);
  /** @type {[string, string, string[]][]} */
  const programs = [
    ['wc -l', 'wc', ['-l', data]],
    ['own CSV reader alone', node, [inFolder('own.js'), data]],
    ...(papa === null
      ? []
      : [
          /** @type {[string, string, string[]]} */ ([
            `papaparse ${papaVersion} alone`,
            node,
            [papa, data],
          ]),
        ]),
    ['flaglab analyze', node, analyze],
  ];
  console.log(`${rows.toLocaleString('en-US')} rows, ${cpus()[0]?.model}, Node ${process.version}`);
  /** @type {Record<string, number>} */
  const seconds = {};
  for (const [name, program, args] of programs) {
    const runs = [await measured(program, args)];
    if (name !== `papaparse ${papaVersion} alone`) runs.push(await measured(program, args));
    const best = runs.reduce((one, other) => (one.seconds < other.seconds ? one : other));
    seconds[name] = best.seconds;
    console.log(
      `${name.padEnd(24)} ${best.seconds.toFixed(2)} s, ${Math.round(best.peakBytes / 1e6)} MB`,
    );
  }
  const alone = (seconds['wc -l'] ?? 0) + (seconds['own CSV reader alone'] ?? 0);
  const share = alone / (seconds['flaglab analyze'] ?? Number.NaN);
  console.log(
    `speed against wc -l and the own reader alone: ${share.toFixed(2)} (goal: at least 0.33)`,
  );
  rmSync(data);
}

function compareWithR() {
  const count = Math.min(rows, 1_000_000);
  const data = inFolder('million.csv');
  const columns =
    'unit,variant,conversion,revenue,spend,pre_spend,score,clicks,clicks_denominator,latency';
  writeRows(data, columns, count, (i, next) => {
    const isTreatment = next() < 0.5;
    const converts = next() < (isTreatment ? 0.054 : 0.052) ? 1 : 0;
    const spend = converts === 1 ? 80 * next() * next() : 0;
    const before = 1000 + 20 * next();
    const after = before + 5 * next() + (isTreatment ? 0.2 : 0);
    const views = 1 + Math.floor(9 * next());
    const cells = [`u${i}`, isTreatment ? 'treatment' : 'control', converts, spend.toFixed(2)];
    const score = Math.floor(1000 * next() * next());
    const clicks = Math.floor(views * next());
    const latency = 50 / (0.02 + next());
    return [
      ...cells,
      after.toFixed(3),
      before.toFixed(3),
      score,
      clicks,
      views,
      latency.toFixed(6),
    ].join(',');
  });
  const more = [
    `  - { name: spend, role: secondary, kind: mean, baseline: 2, deviation: 20, ${effect} }`,
    '  - { name: score, role: secondary, kind: rank, baseline: 0.5, minimumDetectableEffect: { absolute: 0.01 } }',
    `  - { name: clicks, role: secondary, kind: ratio, baseline: 0.4, deviation: 2, ${effect} }`,
    `  - { name: latency, role: secondary, kind: quantile, quantile: 0.95, baseline: 700, density: 0.001, ${effect} }`,
  ];
  writeFileSync(inFolder('million.yaml'), plan([conversion, revenue, ...more].join('\n')));
  const own = (/** @type {string[]} */ extra) =>
    JSON.parse(
      execFileSync(
        process.execPath,
        [
          inFolder('cli.js'),
          'analyze',
          inFolder('million.yaml'),
          data,
          '--format',
          'json',
          ...extra,
        ],
        { maxBuffer: 1 << 26, stdio: ['ignore', 'pipe', 'ignore'] },
      ).toString(),
    ).analysis;
  const { comparisons, sampleRatio } = own([]);
  const chi = own(['--test', 'conversion=chi-square']).comparisons[0].statistic.value;
  const of = (/** @type {string} */ name) =>
    comparisons.find((/** @type {{ metric: string }} */ { metric }) => metric === name);
  const ours = {
    'revenue.estimate': of('revenue').estimate,
    'revenue.statistic': of('revenue').statistic.value,
    'revenue.df': of('revenue').statistic.degreesOfFreedom,
    'revenue.p': of('revenue').p,
    'revenue.low': of('revenue').interval.low,
    'revenue.high': of('revenue').interval.high,
    'conversion.low': of('conversion').interval.low,
    'conversion.high': of('conversion').interval.high,
    'conversion.chi': chi,
    'spend.theta': of('spend').adjustment.theta,
    'spend.estimate': of('spend').estimate,
    'spend.statistic': of('spend').statistic.value,
    'spend.p': of('spend').p,
    'score.W': of('score').statistic.value,
    'score.p': of('score').p,
    'clicks.estimate': of('clicks').estimate,
    'clicks.error': of('clicks').standardError,
    'latency.control': of('latency').control.value,
    'latency.treatment': of('latency').arm.value,
    'ratio.p': sampleRatio.p,
  };
  const said = spawnSync('Rscript', [inRepository('test/bench/analyze.R'), data], {
    encoding: 'utf8',
  });
  if (said.error || said.status !== 0) {
    console.log(`No comparison with R: ${said.error?.message ?? said.stderr}`);
    return;
  }
  let worst = 0;
  console.log(`\n${count.toLocaleString('en-US')} rows against R:`);
  for (const line of said.stdout.trim().split('\n')) {
    const [name = '', text = ''] = line.split(' ');
    const theirs = Number(text);
    const found = /** @type {Record<string, number>} */ (ours)[name] ?? Number.NaN;
    const apart = Math.abs(found - theirs) / Math.max(Math.abs(theirs), 1e-300);
    worst = Math.max(worst, Number.isNaN(apart) ? Infinity : apart);
    console.log(
      `${name.padEnd(20)} ${String(found).padEnd(24)} ${String(theirs).padEnd(24)} ${apart.toExponential(1)}`,
    );
  }
  console.log(`worst relative difference ${worst.toExponential(1)} (goal: at most 1e-9)`);
  if (worst > 1e-9) process.exitCode = 1;
}

try {
  compareWithR();
  await timeRows();
} finally {
  await rm(folder, { recursive: true });
}
