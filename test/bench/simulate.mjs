// Speed and agreement of simulations. Build first (npm run build).
// usage: npm run bench:simulate    seven questions beside numpy and R, threads, time per user, memory
// numpy is Debian's python3-numpy (or PY=...), R is Rscript with jsonlite; what is not there is left out.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const runs = 5;
const cli = path.resolve('dist/cli.js');
const python = process.env.PY ?? '/usr/bin/python3';
const { cases } = JSON.parse(readFileSync('test/fixtures/speed/spec.json', 'utf8'));

/**
 * @typedef {object} Line
 * @property {number} seconds
 * @property {number} result
 * @property {boolean} ok
 * @property {string} [engine]
 */

/** Best of some runs of a command that prints one JSON line; null where it cannot be run. @type {(command: string, args: readonly string[]) => Line | null} */
function best(command, args) {
  /** @type {Line | null} */
  let found = null;
  for (let i = 0; i < runs; i += 1) {
    const { status, stdout } = spawnSync(command, args, { encoding: 'utf8' });
    if (status !== 0) return null;
    const line = /** @type {Line} */ (JSON.parse(stdout.trim().split('\n').at(-1) ?? ''));
    if (found === null || line.seconds < found.seconds) found = line;
  }
  return found;
}

/** @type {(one: Line | null, other: Line | null) => string} */
function ratio(one, other) {
  return one && other ? (other.seconds / one.seconds).toFixed(1) : '-';
}

/** @type {(line: Line | null) => string} */
function seconds(line) {
  return line ? line.seconds.toFixed(3) : '-';
}

function printCases() {
  console.log(
    `Best of ${runs}, seconds within the process. ratio: how many times as fast as numpy, as R.`,
  );
  console.log('case             flaglab  2 threads    numpy        R  x numpy     x R  engine  ok');
  for (const { id } of cases) {
    const one = best('node', [cli, 'bench', id]);
    const two = best('node', [cli, 'bench', id, '--threads', '2']);
    const numpy = best(python, ['test/bench/simulate-numpy.py', id]);
    const r = best('Rscript', ['test/bench/simulate-r.R', id]);
    const cells = [
      id.padEnd(15),
      seconds(one).padStart(8),
      seconds(two).padStart(10),
      seconds(numpy).padStart(8),
      seconds(r).padStart(8),
      ratio(one, numpy).padStart(8),
      ratio(one, r).padStart(7),
      ` ${one?.engine ?? '-'}`,
      one?.ok === true && two?.ok === true && one.result === two.result ? 'ok' : 'NOT OK',
    ];
    console.log(cells.join(' '));
  }
}

/** @type {(perVariant: number) => string} */
const planText = (perVariant) => `version: 1
flag: speed
variants: [{ name: control, weight: 50 }, { name: treatment, weight: 50 }]
metrics:
  - { name: spend, role: primary, kind: revenue, baseline: 3, buyerShare: 0.05, logDeviation: 1, minimumDetectableEffect: { relative: 0.05 } }
design: { sampleSizePerVariant: ${perVariant} }
traffic: { newUnitsPerDay: ${2 * perVariant} }
`;

/** Seconds, and the most memory, of a run of the command line. @type {(folder: string, perVariant: number, options: readonly string[]) => { seconds: number, megabytes: number }} */
function measured(folder, perVariant, options) {
  const file = path.join(folder, 'speed.experiment.yaml');
  writeFileSync(file, planText(perVariant));
  const began = performance.now();
  const { stderr } = spawnSync(
    '/usr/bin/time',
    ['-f', '%M', 'node', cli, 'simulate', file, '--format', 'json', ...options],
    { encoding: 'utf8', maxBuffer: 1e9 },
  );
  return {
    seconds: (performance.now() - began) / 1000,
    megabytes: Number(stderr.trim().split('\n').at(-1)) / 1024,
  };
}

/** @type {(folder: string) => void} */
function printScale(folder) {
  console.log('\nusers a launch  launches  seconds  ns a user  most memory');
  for (const [perVariant, launches] of /** @type {const} */ ([
    [50_000, 100],
    [500_000, 10],
    [5_000_000, 2],
    [50_000_000, 1],
  ])) {
    const { seconds: took, megabytes } = measured(folder, perVariant, ['--runs', String(launches)]);
    // With the effect and without, a fifth of the launches once more for 1.7 times as many users, and one film.
    const users = 2 * perVariant * (launches * 2 + Math.ceil(launches / 5) * 1.7 + 1);
    const cells = [
      (2 * perVariant).toLocaleString('en').padStart(14),
      String(launches).padStart(9),
      took.toFixed(2).padStart(8),
      ((took * 1e9) / users).toFixed(1).padStart(10),
      `${megabytes.toFixed(0)} MB`.padStart(12),
    ];
    console.log(cells.join(' '));
  }
  const one = measured(folder, 100_000, ['--runs', '1000']).seconds;
  const two = measured(folder, 100_000, ['--runs', '1000', '--threads', '2']).seconds;
  console.log(
    `\n1,000 launches of 200,000 users: ${one.toFixed(2)} s on one thread, ${two.toFixed(2)} s on two: ${(one / two).toFixed(2)} times as fast.`,
  );
}

const folder = mkdtempSync(path.join(tmpdir(), 'flaglab-'));
try {
  printCases();
  printScale(folder);
} finally {
  rmSync(folder, { recursive: true });
}
