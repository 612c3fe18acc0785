// Times group sequential designs: bounds, drift, mean sample and chances of 20 and 100 looks.
// usage: node test/bench/speed-sequential.mjs     not part of npm test.
import { importBundled } from './importBundled.mjs';

const { sequentialDesign } = await importBundled(
  "export { sequentialDesign } from './src/core/experiment/sequential/sequentialDesign';",
);

const families = {
  pocock: { kind: 'shape', shape: 0.5 },
  'obrien-fleming': { kind: 'shape', shape: 0 },
  'lan-demets-obrien-fleming': {
    kind: 'spending',
    spending: { kind: 'lan-demets-obrien-fleming' },
  },
};
const limits = new Map([
  [20, 20],
  [100, 300],
]);
let isSlow = false;
console.log('family                      looks   median ms   first ms');
for (const [count, limit] of limits) {
  for (const [name, efficacy] of Object.entries(families)) {
    const fractions = Array.from({ length: count }, (_, i) => (i + 1) / count);
    const times = Array.from({ length: 11 }, () => {
      const start = performance.now();
      sequentialDesign({ fractions, sides: 2, significanceLevel: 0.05, power: 0.8, efficacy });
      return performance.now() - start;
    });
    const first = times[0] ?? NaN;
    const median = [...times].sort((a, b) => a - b)[5] ?? NaN;
    isSlow ||= median > limit;
    const numbers = `${median.toFixed(1).padStart(9)}   ${first.toFixed(1).padStart(8)}`;
    console.log(`${name.padEnd(27)} ${String(count).padStart(5)}   ${numbers}`);
  }
}
process.exitCode = isSlow ? 1 : 0;
