import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readRollouts } from '../../../../../../src/core/rollout/read/registry';
import { ringOf } from '../../../../../../src/core/rollout/read/plan/ringOf';
import { simulateRollout } from '../../../../../../src/core/rollout/simulate/rolloutSimulation';
import { defaultTraffic } from '../../../../../../src/core/rollout/model/rolloutTraffic';
import type { FixedStepsSettings } from '../../../../../../src/core/rollout/strategies/fixedStepsSettings';
import { releaseWithErrors } from '../../../../../support/rolloutSamples';
import { examplePlanText } from '../../../../../support/examplePlanText';

function read(launch: string) {
  const file = 'checkout.experiment.yaml';
  return readRollouts({
    file,
    text: `${examplePlanText}launch:\n${launch.replace(/^/gm, '  ')}\n`,
  });
}

function strategyOf(launch: string) {
  const { rollouts, diagnostics } = read(launch);
  expect(diagnostics).toEqual([]);
  return rollouts[0]?.strategy ?? null;
}

describe('rings', () => {
  test('"50 % of beta users, 90 % of developers, 0.1 % of everyone"', () => {
    // By hand: 0.01 (1 - 0.1 0.999) + 0.05 (1 - 0.5 0.999) + 0.94 0.001 = 0.034966 (of all requests).
    const { weight, mix } = ringOf({ developers: 90, beta: 50, everyone: 0.1 }, [
      { name: 'developers', share: 1 },
      { name: 'beta', share: 5 },
    ]);
    expect(weight).toBeCloseTo(3.4966, 10);
    expect(mix['developers']).toBeCloseTo(0.009001 / 0.034966, 10);
    expect(mix['beta']).toBeCloseTo(0.025025 / 0.034966, 10);
  });

  test('are steps of a plan, with traffic, checks and approvals', () => {
    const url = new URL(
      '../../../../../fixtures/rollouts/plan/rings.experiment.yaml',
      import.meta.url,
    );
    const { rollouts, diagnostics } = readRollouts({ file: 'p', text: readFileSync(url, 'utf8') });
    expect(diagnostics).toEqual([]);
    const steps = (rollouts[0]?.strategy as FixedStepsSettings | undefined)?.steps ?? [];
    expect(steps.map(({ weight }) => Number(weight.toPrecision(10)))).toEqual([0.9, 3.4966, 50]);
    expect(steps.map(({ holdSeconds }) => holdSeconds)).toEqual([3600, 7200, 86_400]);
    expect(steps[1]).toMatchObject({ minimumRequests: 5000, approval: false });
    expect(steps[2]).toMatchObject({ approval: true });
    expect(steps[0]?.gates.map(({ signal }) => signal)).toEqual([
      { kind: 'share', metric: 'error-rate', of: 'bad', scale: 1 },
      { kind: 'quantile', metric: 'latency', quantile: 0.99, scale: 1 },
    ]);
    expect(rollouts[0]).toMatchObject({
      name: 'one_click_checkout',
      traffic: {
        requestsPerSecond: 200,
        routing: 'sticky',
        rollbackSeconds: 30,
        responseSeconds: 2700,
      },
    });
    expect(rollouts[0]?.places[0]?.start.line).toBe(18);
  });
});

describe('strategies of a plan', () => {
  test('all at once is watched for a while', () => {
    expect(strategyOf('strategy: all-at-once\nhold: 5m')).toMatchObject({
      kind: 'fixed-steps',
      steps: [{ weight: 100, holdSeconds: 300, intervalSeconds: 60, gates: [] }],
    });
  });

  test('a progression is linear in time', () => {
    const strategy = strategyOf('strategy: progressive\nfrom: 10\nto: 50\nover: 4h\ninterval: 1h');
    // The middles of four parts of 10 to 50.
    expect(strategy).toMatchObject({
      steps: [15, 25, 35, 45].map((weight) => ({ weight, holdSeconds: 3600 })),
    });
  });

  test('a canary has the sequential judge, or counts failed checks', () => {
    const steps = 'steps: [{ weight: 5, hold: 10m }, { weight: 50, hold: 20m, approval: true }]';
    const checks = 'checks: [{ metric: error-rate, above: 0.01 }]';
    expect(strategyOf(`strategy: canary\n${steps}\n${checks}`)).toMatchObject({
      kind: 'sequential',
      falseAbortRate: 0.01,
      steps: [
        { weight: 5, holdSeconds: 600 },
        { weight: 50, holdSeconds: 1200, approval: true },
      ],
      metrics: [{ metric: 'error-rate', largestRatio: 1, limit: 0.01 }],
    });
    expect(
      strategyOf(`strategy: canary\njudge: threshold\nfailureLimit: 2\n${steps}\n${checks}`),
    ).toMatchObject({ kind: 'fixed-steps', failureLimit: 2, steps: [{ intervalSeconds: 60 }, {}] });
  });

  test('blue and green are tested aside, switched as a whole, and the old side lives for a while', () => {
    expect(strategyOf('strategy: blue-green\ntest: 5m\nkeepOld: 1h\napproval: true')).toMatchObject(
      {
        kind: 'fixed-steps',
        keepOldSeconds: 3600,
        steps: [
          { weight: 0, holdSeconds: 300, testRequestsPerSecond: 10, approval: true },
          { weight: 100, holdSeconds: 600 },
        ],
      },
    );
  });
});

test('once the old side is gone, the way back takes as long as bringing it up again', () => {
  const minutes = (keepOld: string) =>
    simulateRollout({
      strategy: strategyOf(
        `strategy: blue-green\nhold: 20m\ninterval: 10m\nkeepOld: ${keepOld}\nchecks: [{ metric: error-rate, above: 0.01 }]`,
      ) as FixedStepsSettings,
      traffic: { ...defaultTraffic, rollbackSeconds: 60, redeploySeconds: 540 },
      release: releaseWithErrors(1),
      launches: 1,
      seed: 1,
    }).outcomes.medianMinutesToRollback;
  // Found at 10 minutes; 1 minute to route back, 9 more to run it again.
  expect(minutes('1h')).toBe(11);
  expect(minutes('5m')).toBe(20);
});

test('failed looks that are put up with: more than failureLimit of them, a Poisson-binomial chance', () => {
  const strategy = strategyOf(
    'strategy: canary\njudge: threshold\nfailureLimit: 1\nsteps: [{ weight: 5, hold: 3m }]\nchecks: [{ metric: error-rate, above: 0.01 }]',
  ) as FixedStepsSettings;
  const request = { strategy, traffic: defaultTraffic, release: releaseWithErrors(0.01) };
  const { outcomes, closedForm } = simulateRollout({ ...request, launches: 4000, seed: 1 });
  // R 4: q <- 1 - pbinom(3, 300, 0.01); 1 - pbinom(1, 3, q).
  const chance = 0.285532742081;
  expect(closedForm?.rollback).toBeCloseTo(chance, 10);
  expect(Math.abs((outcomes.probabilityOfRollback ?? 0) - chance)).toBeLessThan(0.03);
});

describe('a launch that cannot be', () => {
  test.each([
    ['strategy: canary', 'plan-key-missing', '"steps" is missing'],
    ['strategy: cannary', 'plan-value-choice', '"canary"'],
    ['strategy: steps\nsteps: [{ weight: -5, hold: 10m }]', 'plan-value-range', '0 to 100'],
    ['strategy: steps\nsteps: [{ weight: 105, hold: 10m }]', 'plan-value-range', '0 to 100'],
    ['strategy: steps\nsteps: [{ weight: 5, hold: ten }]', 'plan-value-type', 'a duration'],
    ['strategy: steps\nsteps: [{ hold: 10m }]', 'plan-key-missing', '"weight" is missing'],
    [
      'strategy: progressive\nover: 1h\nsteps: [{ weight: 5, hold: 1m }]',
      'plan-launch-key',
      'steps',
    ],
    [
      'strategy: canary\nsteps: [{ weight: 5, hold: 1m }]\nfailureLimit: 2',
      'plan-launch-key',
      'sequential judge',
    ],
    [
      'strategy: rings\nsegments: [{ name: beta, share: 5 }]\nsteps: [{ segments: { bta: 5 }, hold: 1m }]',
      'plan-value-choice',
      '"bta"',
    ],
    [
      'strategy: rings\nsegments: [{ name: a, share: 60 }, { name: b, share: 50 }]\nsteps: [{ segments: { a: 5 }, hold: 1m }]',
      'plan-segments-sum',
      '110 %',
    ],
    [
      'strategy: all-at-once\nchecks: [{ metric: foo, above: 1 }]',
      'plan-value-choice',
      'error-rate',
    ],
    ['strategy: all-at-once\nchecks: [{ metric: error-rate }]', 'plan-key-missing', 'no limit'],
    [
      'strategy: all-at-once\nchecks: [{ metric: error-rate, above: 5 }]',
      'plan-value-range',
      '0 to 1',
    ],
    [
      'strategy: canary\nsteps: [{ weight: 5, hold: 1m }]\nchecks: [{ metric: latency-p99, above: 5 }]',
      'plan-value-choice',
      'judge: threshold',
    ],
    [
      'strategy: canary\nsteps: [{ weight: 5, hold: 1m }]\nchecks: [{ metric: error-rate, window: 5m }]',
      'plan-launch-key',
      'has no window',
    ],
    // Looked at without end, it would never end.
    ['strategy: canary\nsteps: [{ weight: 5, hold: 1m }]\ninterval: 0s', 'plan-value-range', '1s'],
    ['strategy: steps\nsteps: [{ weight: 5, hold: 1m }]\ninterval: 1ms', 'plan-value-range', '1s'],
    ['strategy: progressive\nover: 0s', 'plan-value-range', '1s'],
    [
      'strategy: all-at-once\nchecks: [{ metric: error-rate, above: 0.01, window: 0s }]',
      'plan-value-range',
      '1s',
    ],
  ])('%s', (launch, code, words) => {
    const { rollouts, diagnostics } = read(launch);
    expect(rollouts[0]?.strategy).toBeNull();
    expect(diagnostics.map((one) => one.code)).toEqual([code]);
    expect(diagnostics[0]?.message).toContain(words);
  });
});
