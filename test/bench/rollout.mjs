// Times launches of rollouts on one thread, and how the time grows.
// usage: npm run bench:rollout     not part of npm test. Ends with 1 where a limit is passed.
import { cpus } from 'node:os';
import { importBundled } from './importBundled.mjs';

/** @type {Record<string, any>} */
const rollout = await importBundled(
  [
    'simulate/rolloutSimulation',
    'model/rolloutTraffic',
    'model/release',
    'model/latency',
    'assess/operatingCurve',
  ]
    .map((file) => `export * from './src/core/rollout/${file}';`)
    .join('\n'),
);

const latency = rollout['latencyWith'](0.99, 300);
const release = {
  metrics: {
    'error-rate': { kind: 'share', baseline: 0.002, canary: 0.008 },
    latency: { kind: 'latency', baseline: latency, canary: latency },
    saturation: { kind: 'gauge', baseline: 0.5, canary: 0.5, deviation: 0.05 },
  },
  fault: rollout['immediateFault'],
  noise: rollout['noNoise'],
  telemetry: { ...rollout['fullTelemetry'], scrapeSeconds: 60 },
};
const traffic = rollout['defaultTraffic'];

/** @type {(limit: number, isFloor: boolean) => object} */
const limit = (value, isFloor) => ({
  breaks: [value],
  at: ['pass'],
  between: isFloor ? ['fail', 'pass'] : ['pass', 'fail'],
  empty: 'fail',
  notANumber: 'fail',
});
const signals = [
  { kind: 'share', metric: 'error-rate', of: 'good', scale: 1 },
  { kind: 'quantile', metric: 'latency', quantile: 0.99, scale: 1 },
  { kind: 'gauge', metric: 'saturation', scale: 1 },
];
const gates = [limit(0.99, true), limit(500, false), limit(0.8, false)].map((verdicts, i) => ({
  name: `metric ${i}`,
  signal: signals[i],
  windowSeconds: 60,
  verdicts,
}));

/** @type {(steps: number) => object} */
const canary = (steps) => ({
  kind: 'flagger',
  intervalSeconds: 60,
  threshold: 10,
  mode: {
    kind: 'canary',
    weights: Array.from({ length: steps }, (_, i) => (50 * (i + 1)) / steps),
    mirror: false,
  },
  metrics: gates,
  confirms: [],
});

const kayenta = {
  kind: 'kayenta',
  weight: 5,
  warmUpSeconds: 0,
  lifetimeSeconds: 10 * 3600,
  intervalSeconds: 3600,
  lookbackSeconds: 3600,
  stepSeconds: 60,
  groupWeights: {},
  pass: 0,
  marginal: 0,
  metrics: signals.map((signal, i) => ({
    name: `metric ${i}`,
    groups: ['all'],
    muted: false,
    signal,
    judge: {
      direction: 'increase',
      nanStrategy: 'remove',
      outliers: { strategy: 'keep', factor: 3 },
      effectSize: {
        measure: 'meanRatio',
        allowedIncrease: 1,
        allowedDecrease: 1,
        criticalIncrease: 1,
        criticalDecrease: 1,
      },
      critical: false,
      mustHaveData: false,
    },
  })),
};

/** @type {(strategy: object, launches: number) => object} */
const request = (strategy, launches) => ({ strategy, traffic, release, launches, seed: 1 });

/** @type {(run: () => unknown) => number} */
function seconds(run) {
  const start = performance.now();
  run();
  return (performance.now() - start) / 1000;
}

/** @type {(strategy: object, launches: number) => number} */
const timed = (strategy, launches) =>
  seconds(() => rollout['simulateRollout'](request(strategy, launches)));

timed(canary(10), 500);
const simple = timed(canary(10), 10_000);
const judged = timed(kayenta, 1000);
const curve = seconds(() => {
  const name = { kind: 'share', metric: 'error-rate', isComplement: false };
  const of = { request: request(canary(10), 200), name };
  const points = { worst: 0.02, points: 25, signal: { aborted: false } };
  Array.from(rollout['operatingCurve'](of, points));
});
const rows = [
  ['10,000 launches, 10 steps, 3 metrics', simple, 2],
  ['Kayenta: 1,000 launches, 10 intervals, 3 metrics, 60 points', judged, 10],
  ['a curve of 25 points, 200 launches each', curve, 0.5],
  ['twice the launches', timed(canary(10), 20_000), 2.6 * simple],
  ['twice the steps', timed(canary(20), 10_000), 2.6 * simple],
];

console.log(cpus()[0]?.model ?? '');
for (const [name, time, most] of rows) {
  const isFine = Number(time) <= Number(most);
  console.log(
    `${Number(time).toFixed(2).padStart(7)} s  (limit ${Number(most).toFixed(2)} s)  ${isFine ? '' : 'TOO SLOW  '}${name}`,
  );
  if (!isFine) process.exitCode = 1;
}
