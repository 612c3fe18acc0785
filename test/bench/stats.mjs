// Times the statistics of the core: median of several rounds, with the processor's name.
// usage: npm run bench:stats [-- WORD ...]     only rows whose name holds a WORD; not part of npm test.
// To add rows: a file in timings/ and a line in `rows` below.
import { cpus } from 'node:os';
import { bundleKernel } from './bundleKernel.mjs';
import { bundleSizes } from './bundleSizes.mjs';
import { kernelTimings } from './timings/kernel.mjs';
import { sizeTimings } from './timings/sizes.mjs';

/**
 * @typedef {object} Timing
 * @property {string} name
 * @property {(i: number) => unknown} run one evaluation
 * @property {number} [limitMs] what one evaluation may take; without it the time is only told
 */

const rounds = 21;
const roundMs = 20;

/** @type {(run: (i: number) => unknown, count: number) => number} */
function millisecondsEach(run, count) {
  const start = performance.now();
  for (let i = 0; i < count; i += 1) run(i);
  return (performance.now() - start) / count;
}

/** Median milliseconds of one evaluation. @type {(run: (i: number) => unknown) => number} */
function median(run) {
  let count = 1;
  while (count < 1e6 && millisecondsEach(run, count) * count < roundMs) count *= 2;
  const times = Array.from({ length: rounds }, () => millisecondsEach(run, count));
  times.sort((a, b) => a - b);
  return times[Math.floor(rounds / 2)] ?? NaN;
}

/** @type {(ms: number) => string} */
const inWords = (ms) => (ms < 0.1 ? `${(ms * 1000).toFixed(2)} µs` : `${ms.toFixed(3)} ms`);

const kernel = await bundleKernel();
/** @type {Timing[]} */
const rows = [...kernelTimings(kernel), ...sizeTimings(await bundleSizes())];

const words = process.argv.slice(2);
const processors = cpus();
console.log(`${processors.length} x ${processors[0]?.model ?? 'unknown'}, Node ${process.version}`);
console.log(`medians of ${rounds} rounds`);
let missed = false;
for (const { name, run, limitMs } of rows) {
  if (words.length > 0 && !words.some((word) => name.includes(word))) continue;
  const time = median(run);
  const over = limitMs !== undefined && time > limitMs;
  missed ||= over;
  const limit =
    limitMs === undefined ? '' : `  (limit ${inWords(limitMs)})${over ? '  MISSED' : ''}`;
  console.log(`${name.padEnd(40)}${inWords(time).padStart(12)}${limit}`);
}
process.exitCode = missed ? 1 : 0;
