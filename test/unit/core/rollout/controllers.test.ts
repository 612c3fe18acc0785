import { describe, expect, test } from 'vitest';
import { controllers } from '../../../../src/core/rollout/controllers/registry';
import { defaultTraffic } from '../../../../src/core/rollout/model/rolloutTraffic';
import type { Release } from '../../../../src/core/rollout/model/release';
import { latencyWith } from '../../../../src/core/rollout/model/latency';
import { simulateRollout } from '../../../../src/core/rollout/simulate/rolloutSimulation';
import { argoShare } from '../../../../src/core/rollout/strategies/argoShare';
import type { ArgoMetric } from '../../../../src/core/rollout/strategies/argoSettings';
import type { FlaggerSettings } from '../../../../src/core/rollout/strategies/flaggerSettings';
import type { KayentaSettings } from '../../../../src/core/rollout/strategies/kayentaSettings';
import type { Strategy } from '../../../../src/core/rollout/strategies/strategy';
import {
  argoExample,
  flaggerExample,
  releaseWithErrors,
  successGate,
} from '../../../support/rolloutSamples';

function run(
  strategy: Strategy,
  {
    release = releaseWithErrors(0),
    launches = 1,
    traffic = {},
  }: { release?: Release; launches?: number; traffic?: Partial<typeof defaultTraffic> } = {},
) {
  const request = {
    strategy,
    traffic: { ...defaultTraffic, ...traffic },
    release,
    launches,
    seed: 3,
  };
  return simulateRollout(request).outcomes;
}

const allBad = { release: releaseWithErrors(1) };

describe('Argo Rollouts', () => {
  const metric: ArgoMetric = {
    gate: successGate(0.95, { empty: 'error' }),
    intervalSeconds: 60,
    initialDelaySeconds: 60,
    count: 5,
    failureLimit: 0,
    inconclusiveLimit: 0,
    consecutiveErrorLimit: 4,
    consecutiveSuccessLimit: 0,
    dryRun: false,
  };
  const inline = (changes: Partial<ArgoMetric>): Strategy => ({
    kind: 'argo-canary',
    pods: null,
    background: null,
    steps: [
      { kind: 'set-weight', weight: 10 },
      { kind: 'analysis', metrics: [{ ...metric, ...changes }] },
    ],
  });

  // analysis/analysis.go: `result.Failed > failureLimit`.
  test.each([
    [0, 1],
    [1, 2],
    [3, 4],
  ])('failureLimit %i fails with measurement %i', (failureLimit, minutes) => {
    expect(run(inline({ failureLimit }), allBad).medianMinutesToRollback).toBe(minutes);
  });

  test('a failureLimit of -1 never fails', () => {
    expect(run(inline({ failureLimit: -1 }), allBad).probabilityOfPromotion).toBe(1);
  });

  test('an analysis step goes on once its count is reached', () => {
    expect(run(inline({})).medianMinutesToFullTraffic).toBe(5);
  });

  test('enough successes in a row end it early', () => {
    expect(run(inline({ consecutiveSuccessLimit: 2 })).medianMinutesToFullTraffic).toBe(2);
  });

  test('a metric without interval and count is measured once', () => {
    const once = { count: null, intervalSeconds: null };
    expect(run(inline(once)).medianMinutesToFullTraffic).toBe(1);
  });

  test('without traffic the fifth error in a row, retried each 10 seconds, aborts', () => {
    const quiet = run(inline({}), { traffic: { requestsPerSecond: 0.001 } });
    expect(quiet.probabilityOfRollback).toBe(1);
    expect(quiet.medianMinutesToRollback).toBeCloseTo((60 + 4 * 10) / 60, 9);
  });

  test('an inconclusive measurement hangs in a pause', () => {
    const gate = {
      ...metric.gate,
      verdicts: { ...metric.gate.verdicts, between: ['inconclusive', 'pass'] as const },
    };
    expect(run(inline({ gate }), allBad).probabilityOfWaiting).toBe(1);
  });

  test('a dry run has no say', () => {
    expect(run(inline({ dryRun: true }), allBad).probabilityOfPromotion).toBe(1);
  });

  test('an analysis that never ends waits', () => {
    expect(run(inline({ count: null })).probabilityOfWaiting).toBe(1);
  });

  test('a blue/green release that fails after promotion goes back', () => {
    const strategy: Strategy = {
      kind: 'argo-blue-green',
      prePromotion: [],
      postPromotion: [metric],
      autoPromotion: true,
      autoPromotionSeconds: 0,
      scaleDownDelaySeconds: 30,
    };
    expect(run(strategy, allBad)).toMatchObject({
      probabilityOfRollback: 1,
      medianRequestsExposed: 6000,
    });
  });

  // utils/replicaset/canary_test.go, TestApproximateWeightedNewStableReplicaCounts, at 9f8d111d8 (Apache-2.0).
  test.each([
    [0, 50, 0, 0, 0],
    [1, 49, 0, 0, 1],
    [1, 50, 0, 1, 0],
    [1, 99, 1, 1, 1],
    [1, 100, 1, 1, 0],
    [2, 1, 0, 1, 1],
    [2, 99, 0, 1, 1],
    [2, 1, 1, 1, 2],
    [2, 50, 1, 1, 1],
    [2, 99, 1, 2, 1],
    [3, 49, 0, 1, 2],
    [3, 50, 0, 2, 1],
    [3, 25, 1, 1, 3],
    [3, 34, 1, 1, 2],
    [3, 49, 1, 2, 2],
    [10, 0, 1, 0, 10],
    [10, 1, 0, 1, 9],
    [10, 14, 0, 1, 9],
    [10, 15, 0, 2, 8],
    // The reference table: 41 % of 10 pods are 4.
    [10, 41, 0, 4, 6],
  ])(
    'of %i pods %i %% with a surge of %i are %i beside %i',
    (replicas, weight, maxSurge, canary, stable) => {
      const share = argoShare(weight, { replicas, maxSurge });
      expect(share).toBe(canary + stable === 0 ? 0 : canary / (canary + stable));
    },
  );
});

describe('Flagger', () => {
  const withMode = (mode: FlaggerSettings['mode'], threshold = 2): Strategy => ({
    ...flaggerExample,
    mode,
    threshold,
  });

  test('rolls back one interval after the threshold', () => {
    const mode = { kind: 'canary', weights: [20, 40, 60], mirror: false } as const;
    expect(run(withMode(mode), allBad)).toMatchObject({
      medianMinutesToRollback: 3,
      medianMinutesToDetect: 2,
      medianRequestsExposed: 3600,
    });
    expect(run(withMode(mode)).medianMinutesToFullTraffic).toBe(3);
  });

  test('a mirrored step exposes nobody', () => {
    const mode = { kind: 'canary', weights: [20], mirror: true } as const;
    expect(run(withMode(mode), allBad).medianRequestsExposed).toBe(0);
    expect(run(withMode(mode)).medianMinutesToFullTraffic).toBe(2);
  });

  test('an A/B test sends all matched traffic', () => {
    const mode = { kind: 'a-b', iterations: 4 } as const;
    const { medianRequestsExposed } = run(withMode(mode), {
      ...allBad,
      traffic: { matchedShare: 0.25 },
    });
    expect(medianRequestsExposed).toBe(3 * 60 * 25);
    expect(run(withMode(mode)).medianMinutesToFullTraffic).toBe(4);
  });

  test('blue/green checks a test load, then all traffic once', () => {
    const mode = { kind: 'blue-green', iterations: 4, mirror: false } as const;
    expect(run(withMode(mode), allBad).medianRequestsExposed).toBe(0);
    expect(run(withMode(mode)).meanRequestsExposed).toBe(6000);
  });

  test('no data fails a check', () => {
    const quiet = { traffic: { requestsPerSecond: 0.01 } };
    expect(run(flaggerExample, quiet).probabilityOfRollback).toBe(1);
  });
});

describe('fixed steps', () => {
  const step = { holdSeconds: 600, minimumRequests: 0, approval: false, gates: [] };
  test('wait for requests and for approval', () => {
    const steps = [
      { ...step, weight: 10, minimumRequests: 12_000 },
      { ...step, weight: 50, approval: true },
    ];
    const { medianMinutesToFullTraffic } = run(
      { kind: 'fixed-steps', steps },
      { traffic: { approvalSeconds: 300 } },
    );
    expect(medianMinutesToFullTraffic).toBe(20 + 10 + 5);
  });

  test('roll back at the end of the step that fails', () => {
    const steps = [
      { ...step, weight: 10 },
      { ...step, weight: 50, gates: [successGate(0.99)] },
    ];
    expect(run({ kind: 'fixed-steps', steps }, allBad).medianRequestsExposed).toBe(36_000);
  });
});

describe('Kayenta', () => {
  const settings = (points: number): KayentaSettings => ({
    kind: 'kayenta',
    weight: 5,
    warmUpSeconds: 0,
    lifetimeSeconds: points * 60,
    intervalSeconds: points * 60,
    lookbackSeconds: null,
    stepSeconds: 60,
    groupWeights: {},
    pass: 95,
    marginal: 75,
    metrics: [
      {
        name: 'saturation',
        groups: ['all'],
        muted: false,
        signal: { kind: 'gauge', metric: 'saturation', scale: 1 },
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
      },
    ],
  });
  const shifted = (canary: number): Release => ({
    ...releaseWithErrors(0),
    metrics: { saturation: { kind: 'gauge', baseline: 100, canary, deviation: 20 } },
    telemetry: { missing: 0, lateSeconds: 0, mislabelled: 0, scrapeSeconds: 60 },
  });

  // Power of the judge on normal data with a coefficient of variation of 20 %, 400 runs each (reference table).
  test.each([
    [10, 25, 0.23],
    [30, 10, 0.085],
    [30, 25, 0.932],
    [60, 0, 0],
    [60, 10, 0.31],
    [180, 10, 0.945],
  ])('with %i points a side finds +%i %% with chance %f', (points, percent, power) => {
    const { probabilityOfRollback } = run(settings(points), {
      release: shifted(100 + percent),
      launches: 600,
    });
    const error = Math.sqrt((power * (1 - power) + 0.003) * (1 / 400 + 1 / 600));
    expect(Math.abs((probabilityOfRollback ?? NaN) - power)).toBeLessThan(3.5 * error);
  });

  test('half of the metrics without data fail the canary', () => {
    const nothing = { ...releaseWithErrors(0), metrics: {} };
    expect(run(settings(30), { release: nothing }).probabilityOfRollback).toBe(1);
  });
});

describe('the sequential judge', () => {
  const judge: Strategy = {
    kind: 'sequential',
    steps: [
      { weight: 5, holdSeconds: 1200 },
      { weight: 25, holdSeconds: 1200 },
    ],
    intervalSeconds: 60,
    falseAbortRate: 0.05,
    metrics: [{ metric: 'error-rate', largestRatio: 1, limit: null }],
  };
  test('rolls back a release that is no worse at most as often as asked', () => {
    const { probabilityOfRollback } = run(judge, {
      release: releaseWithErrors(0.01, 0.01),
      launches: 2000,
    });
    expect(probabilityOfRollback).toBeLessThan(0.05);
  });

  test('finds four times the errors', () => {
    const { probabilityOfRollback } = run(judge, {
      release: releaseWithErrors(0.008, 0.002),
      launches: 200,
    });
    expect(probabilityOfRollback).toBeGreaterThan(0.99);
  });

  test('an absolute limit holds where both versions are bad', () => {
    const limited: Strategy = {
      ...judge,
      metrics: [{ metric: 'error-rate', largestRatio: 1, limit: 0.01 }],
    };
    const release = releaseWithErrors(0.05, 0.05);
    expect(run(limited, { release, launches: 50 }).probabilityOfRollback).toBe(1);
  });
});

describe('a gate on a quantile', () => {
  const quantileGate = {
    name: 'p99',
    signal: { kind: 'quantile', metric: 'latency', quantile: 0.99, scale: 1 },
    windowSeconds: 60,
    verdicts: {
      breaks: [500],
      at: ['pass'],
      between: ['pass', 'fail'],
      empty: 'fail',
      notANumber: 'fail',
    },
  } as const;
  test.each([
    [450, 0],
    [500, 0.5],
    [550, 1],
  ])('at a true p99 of %i ms fails with chance near %f', (milliseconds, chance) => {
    const latency = latencyWith(0.99, milliseconds);
    const result = simulateRollout({
      strategy: {
        kind: 'fixed-steps',
        steps: [
          {
            weight: 50,
            holdSeconds: 60,
            minimumRequests: 0,
            approval: false,
            gates: [quantileGate],
          },
        ],
      },
      traffic: { ...defaultTraffic, requestsPerSecond: 1000 },
      release: {
        ...releaseWithErrors(0),
        metrics: { latency: { kind: 'latency', baseline: latency, canary: latency } },
      },
      launches: 1000,
      seed: 5,
    });
    const { probabilityOfRollback } = result.outcomes;
    expect(Math.abs((probabilityOfRollback ?? NaN) - chance)).toBeLessThan(0.06);
    const exact = result.closedForm?.rollback ?? NaN;
    expect(Math.abs((probabilityOfRollback ?? NaN) - exact)).toBeLessThan(0.06);
  });
});

test('each controller has its own id', () => {
  expect(controllers.map(({ id }) => id)).toEqual([
    'fixed-steps',
    'argo-rollouts',
    'flagger',
    'kayenta',
    'sequential',
  ]);
});

test('windows that overlap share what was drawn: their failures come together', () => {
  // Five measurements each minute of a window of five share four fifths of their requests: all fail or none more often.
  const overlapping = {
    ...argoExample.background!.metrics[0]!,
    intervalSeconds: 60,
    failureLimit: 4,
  };
  const strategy = (windowSeconds: number): Strategy => ({
    ...argoExample,
    background: {
      startingStep: 2,
      metrics: [
        { ...overlapping, gate: successGate(0.95, { windowSeconds, empty: 'error' }), count: 5 },
      ],
    },
  });
  const release = releaseWithErrors(0.0505);
  const apart = run(strategy(60), { release, launches: 2000 }).probabilityOfRollback ?? NaN;
  const together = run(strategy(300), { release, launches: 2000 }).probabilityOfRollback ?? NaN;
  expect(together).toBeGreaterThan(3 * apart);
});

test('the same request gives the same result, another seed another', () => {
  const request = (seed: number) => ({
    strategy: flaggerExample,
    traffic: defaultTraffic,
    release: releaseWithErrors(0.01),
    launches: 300,
    seed,
  });
  expect(simulateRollout(request(7))).toEqual(simulateRollout(request(7)));
  expect(simulateRollout(request(7)).outcomes).not.toEqual(simulateRollout(request(8)).outcomes);
});
