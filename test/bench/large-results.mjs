// Streams results of 12 GB through `flaglab analyze` (nothing of it touches the disk), and looks at the answer, the memory and the time.
// usage: node test/bench/large-results.mjs [--gigabytes N]     needs mkfifo and /proc; some minutes.
// It fails where a count is wrong or memory passes 400 MB.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { inRepository } from '../tasks/repository.mjs';

const { values } = parseArgs({ options: { gigabytes: { type: 'string', default: '12' } } });
const wanted = Number(values.gigabytes) * 1e9;
const mostMegabytes = 400;

const folder = await mkdtemp(path.join(tmpdir(), 'flaglab-large-'));
const plan = path.join(folder, 'large.experiment.yaml');
writeFileSync(
  plan,
  `version: 1
flag: large
variants:
  - { name: control, weight: 50 }
  - { name: treatment, weight: 50 }
metrics:
  - { name: conversion, role: primary, kind: proportion, baseline: 0.05, minimumDetectableEffect: { relative: 0.05 } }
  - { name: revenue, role: secondary, kind: mean, baseline: 2, deviation: 20, minimumDetectableEffect: { relative: 0.05 } }
`,
);

// A block of rows whose units are told apart by four digits that each block writes anew.
const rowsInBlock = 500_000;
const first = Array.from({ length: rowsInBlock }, (_, i) => {
  const isTreatment = i % 2 === 1;
  const converts = i % (isTreatment ? 19 : 20) < 1 ? 1 : 0;
  const name = `u0000-${String(i).padStart(6, '0')}`;
  return `${name},${isTreatment ? 'treatment' : 'control'},2027-03-0${(i % 9) + 1},${converts},${(i % 997) / 8}\n`;
});
const conversions = { control: 0, treatment: 0 };
for (const row of first) {
  const [, variant, , converts] = row.split(',');
  conversions[variant === 'treatment' ? 'treatment' : 'control'] += Number(converts);
}
const block = Buffer.from(first.join(''));
const starts = [0];
for (const row of first) starts.push((starts.at(-1) ?? 0) + row.length);
starts.pop();

const started = process.hrtime.bigint();
const pipe = path.join(folder, 'results.csv');
execFileSync('mkfifo', [pipe]);
const cli = inRepository('dist/cli.js');
const child = spawn(process.execPath, [cli, 'analyze', plan, pipe, '--format', 'json'], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
let output = '';
child.stdout.on('data', (chunk) => (output += chunk));
let peakKilobytes = 0;
const timer = setInterval(() => {
  try {
    const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
    peakKilobytes = Math.max(peakKilobytes, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0));
  } catch {
    // It has ended.
  }
}, 100);
const ended = once(child, 'close');
const input = createWriteStream(pipe);
let bytes = 0;
let blocks = 0;
input.write('unit,variant,date,conversion,revenue\n');
while (bytes < wanted) {
  const digits = String(blocks).padStart(4, '0');
  const copy = Buffer.from(block);
  for (const at of starts) copy.write(digits, at + 1, 4, 'latin1');
  if (!input.write(copy)) await once(input, 'drain');
  bytes += copy.length;
  blocks += 1;
}
input.end();
const [code] = await ended;
clearInterval(timer);
const seconds = Number(process.hrtime.bigint() - started) / 1e9;
await rm(folder, { recursive: true });

const { analysis } = JSON.parse(output);
const rows = blocks * rowsInBlock;
const answer = analysis.comparisons.find((/** @type {any} */ each) => each.metric === 'conversion');
const difference = (conversions.treatment - conversions.control) / (rowsInBlock / 2);
console.log(`${(bytes / 1e9).toFixed(1)} GB, ${rows} rows, exit code ${code}`);
console.log(
  `${seconds.toFixed(0)} s, ${Math.round(bytes / 1e6 / seconds)} MB a second, ${Math.round(peakKilobytes / 1024)} MB`,
);
console.log(`difference ${answer.difference} (made: ${difference})`);
console.log(analysis.notes.map((/** @type {any} */ note) => `- ${note.message}`).join('\n'));
const isRight =
  code === 0 &&
  Math.abs(answer.difference - difference) < 1e-12 &&
  peakKilobytes / 1024 < mostMegabytes;
if (!isRight) {
  console.error('Something is not as it should be.');
  process.exitCode = 1;
}
