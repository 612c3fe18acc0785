// Reads mutated files of every language and definition format and links them in a small index: no crash, no file over a second
// of processor time, no place outside its file.
// usage: npm run fuzz:reads [-- COUNT [SEED]] [--out FOLDER] [--from N]     FOLDER gets the inputs that failed.
// The same seed makes the same files. Exit code 1 where one failed.
import { mkdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { inRepository } from '../tasks/repository.mjs';

/** @typedef {{ number: number, kind: string, file: string, text: string }} Input */
/** @typedef {import('./fuzz/checkFile').FileOutcome} Outcome */

const slowMs = 1000;
/** A file that takes as long as this is given up. */
const hangMs = 120_000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { out: { type: 'string' }, from: { type: 'string', default: '0' } },
});
const count = Number(positionals[0] ?? 20_000);
const seed = Number(positionals[1] ?? 1);
const first = Number(values.from);
if (![count, seed, first].every(Number.isSafeInteger) || count < 1) {
  console.error('usage: npm run fuzz:reads [-- COUNT [SEED]] [--out FOLDER] [--from N]');
  process.exit(2);
}

/** @type {Map<string, { files: number, reads: number, definitions: number, slowestMs: number }>} */
const byKind = new Map();
/** @type {{ ms: number, words: string }[]} */
const slowest = [];
let failures = 0;

function fail(/** @type {Input} */ { number, kind, file, text }, /** @type {string} */ problem) {
  failures++;
  console.log(`FAILED ${number} ${kind} ${file} (${text.length} characters): ${problem}`);
  if (values.out === undefined) return;
  mkdirSync(values.out, { recursive: true });
  writeFileSync(path.join(values.out, `${number}-${path.basename(file)}`), text);
  writeFileSync(path.join(values.out, `${number}-problem.txt`), `${file}\n${problem}\n`);
}

function take(/** @type {Input} */ input, /** @type {Outcome} */ outcome) {
  const { readMs, linkMs, reads, definitions, problem } = outcome;
  const ms = readMs + linkMs;
  const sum = byKind.get(input.kind) ?? { files: 0, reads: 0, definitions: 0, slowestMs: 0 };
  byKind.set(input.kind, {
    files: sum.files + 1,
    reads: sum.reads + reads,
    definitions: sum.definitions + definitions,
    slowestMs: Math.max(sum.slowestMs, ms),
  });
  const parts = `read ${readMs.toFixed(0)} ms, link ${linkMs.toFixed(0)} ms`;
  slowest.push({
    ms,
    words: `${input.number} ${input.file} (${input.text.length} characters): ${parts}`,
  });
  slowest.sort((one, two) => two.ms - one.ms).splice(10);
  if (problem !== null) fail(input, problem);
  else if (ms > slowMs) fail(input, `${ms.toFixed(0)} ms of processor time: ${parts}`);
  if ((input.number + 1) % 1000 === 0) console.log(`${input.number + 1} files, ${failures} failed`);
}

/**
 * Runs files from one number on in a thread of their own.
 *
 * @param {string} script
 * @param {number} from
 * @returns {Promise<number>} the number to go on with: after a thread that broke or hung, the next file's
 */
function runFrom(script, from) {
  return new Promise((resolve) => {
    /** @type {Input | null} */
    let current = null;
    /** @type {NodeJS.Timeout | undefined} */
    let timer;
    const to = first + count;
    const workerData = { root: inRepository('test/fixtures'), seed, from, to };
    const worker = new Worker(script, { workerData });
    const giveUp = (/** @type {string} */ problem) => {
      clearTimeout(timer);
      if (current) fail(current, problem);
      else {
        failures++;
        console.error(problem);
      }
      void worker.terminate();
      resolve(current ? current.number + 1 : Infinity);
    };
    worker.on('message', (message) => {
      clearTimeout(timer);
      if ('text' in message) {
        current = message;
        timer = setTimeout(() => giveUp(`no answer in ${hangMs / 1000} s`), hangMs);
      } else if (current) take(current, message.outcome);
    });
    worker.on('error', (error) => giveUp(`the thread broke: ${error.stack ?? error.message}`));
    worker.on('exit', () => resolve(to));
  });
}

/** @param {readonly [string, unknown]} first @param {readonly [string, unknown]} second */
const byName = ([first], [second]) => (first < second ? -1 : 1);

function report() {
  console.log(`\nseed ${seed}, files ${first} to ${first + count - 1}`);
  for (const [kind, { files, reads, definitions, slowestMs }] of [...byKind].sort(byName)) {
    const found = `${reads} reads, ${definitions} definitions`;
    console.log(`${kind.padEnd(36)} ${files} files, ${found}, slowest ${slowestMs.toFixed(0)} ms`);
  }
  console.log('\nslowest, in processor time:');
  for (const { words } of slowest) console.log(`  ${words}`);
  console.log(
    `\n${failures} of ${[...byKind.values()].reduce((sum, { files }) => sum + files, 0)} failed`,
  );
}

// Beside the sources, so that packages are found.
const folder = await mkdtemp(inRepository('test/bench/fuzz/.built-'));
try {
  const outfile = path.join(folder, 'fuzzWorker.mjs');
  await build({
    entryPoints: [inRepository('test/bench/fuzz/fuzzWorker.ts')],
    bundle: true,
    format: 'esm',
    platform: 'node',
    mainFields: ['module', 'main'],
    external: ['@vscode/tree-sitter-wasm', 'tree-sitter-wasms'],
    // Packages that are CommonJS ask for built-in modules.
    banner: {
      js: "import { createRequire as requiring } from 'node:module'; const require = requiring(import.meta.url);",
    },
    outfile,
  });
  for (let from = first; from < first + count;) from = await runFrom(outfile, from);
  report();
} finally {
  await rm(folder, { recursive: true, force: true });
}
process.exit(failures > 0 ? 1 : 0);
