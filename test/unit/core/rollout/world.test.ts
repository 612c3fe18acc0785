import { describe, expect, test } from 'vitest';
import { gateChances } from '../../../../src/core/rollout/chances/gateChances';
import { dailyShape } from '../../../../src/core/rollout/model/dailyShape';
import { latencyAtTail, latencyTail } from '../../../../src/core/rollout/model/latency';
import {
  defaultTraffic,
  type RolloutTraffic,
} from '../../../../src/core/rollout/model/rolloutTraffic';
import {
  requestsBetween,
  secondsForRequests,
} from '../../../../src/core/rollout/launch/trafficRate';
import {
  joinWorlds,
  releaseIn,
  type RolloutWorld,
} from '../../../../src/core/rollout/release/rolloutWorld';
import { readWorldOption, worldHelp } from '../../../../src/core/rollout/release/worldOptions';
import { simulateRollout } from '../../../../src/core/rollout/simulate/rolloutSimulation';
import type {
  FixedStep,
  FixedStepsSettings,
} from '../../../../src/core/rollout/strategies/fixedStepsSettings';
import type { Strategy } from '../../../../src/core/rollout/strategies/strategy';
import { flaggerExample, releaseWithErrors, successGate } from '../../../support/rolloutSamples';

function worldOf(...texts: readonly string[]): RolloutWorld {
  return texts.reduce((world: RolloutWorld, text) => {
    const reading = readWorldOption(text);
    if (reading.kind === 'invalid') throw new Error(`${text}: ${reading.expected}`);
    return joinWorlds(world, reading.world);
  }, {});
}

const step = (weight: number, holdSeconds: number, more: Partial<FixedStep> = {}): FixedStep => ({
  weight,
  holdSeconds,
  minimumRequests: 0,
  approval: false,
  gates: [],
  ...more,
});

const steps = (...all: readonly FixedStep[]): FixedStepsSettings => ({
  kind: 'fixed-steps',
  steps: all,
});

function outcomes(
  strategy: Strategy,
  world: RolloutWorld,
  {
    errors = 1,
    baseline = 0,
    launches = 1,
    traffic = {},
  }: {
    errors?: number;
    baseline?: number;
    launches?: number;
    traffic?: Partial<RolloutTraffic>;
  } = {},
) {
  return simulateRollout({
    strategy,
    traffic: {
      ...defaultTraffic,
      noticeSeconds: 0,
      ...(world.daily && { daily: world.daily }),
      ...traffic,
    },
    release: releaseIn(releaseWithErrors(errors, baseline), world),
    launches,
    seed: 7,
  }).outcomes;
}

/** 10 % of 100 requests a second for an hour: 36,000 requests, all bad where the fault is fully there. */
const hour = steps(step(10, 3600));
const bad = (world: RolloutWorld, strategy: Strategy = hour) =>
  outcomes(strategy, world).meanBadRequests ?? NaN;

describe('bad requests of an hour at 10 % of 100 requests a second', () => {
  test('all of them where the fault is there at once', () => {
    expect(bad({})).toBe(36_000);
  });

  test('those after the onset', () => {
    expect(bad(worldOf('onset=15m'))).toBeCloseTo(27_000, 6);
  });

  test('a leak: half of those while it grows', () => {
    // 30 minutes at half on average, 30 minutes in full.
    expect(bad(worldOf('leak=30m'))).toBeCloseTo(9_000 + 18_000, 6);
    expect(bad(worldOf('onset=30m', 'leak=30m'))).toBeCloseTo(9_000, 6);
  });

  test('frozen features go stale: rate (T - h / ln 2 (1 - 2^(-T / h)))', () => {
    // Half-life 20 minutes, an hour: 10 (3600 - 1200 / ln 2 (1 - 1 / 8)).
    const exact = 10 * (3600 - (1200 / Math.LN2) * (1 - 1 / 8));
    expect(Math.abs(bad(worldOf('frozen-features=20m')) / exact - 1)).toBeLessThan(1e-4);
  });

  test('only above a load', () => {
    const two = steps(step(10, 1800), step(50, 1800));
    // 10 requests a second are too few, 50 are enough.
    expect(bad(worldOf('above-load=40rps'), two)).toBe(50 * 1800);
  });

  test('only in a segment, only on one of four pods', () => {
    expect(bad(worldOf('segment=beta:5%'))).toBeCloseTo(1_800, 6);
    expect(bad(worldOf('one-pod-of=4'))).toBeCloseTo(9_000, 6);
  });

  test('rings meet a fault of a segment with that segment', () => {
    const rings = steps(
      step(1, 3600, { mix: { developers: 1, beta: 0 } }),
      step(5, 3600, { mix: { developers: 0.2, beta: 0.8 } }),
    );
    // None of developers; then 80 % of 5 requests a second.
    expect(bad(worldOf('segment=beta:5%'), rings)).toBeCloseTo(0.8 * 5 * 3600, 6);
  });
});

describe('what a check sees', () => {
  const looked = (times = 1) =>
    steps(step(10, 60 * times, { gates: [successGate(0.99)], intervalSeconds: 60 }));
  const caught = (world: RolloutWorld, errors: number, baseline = 0, strategy = looked()) =>
    outcomes(strategy, world, { errors, baseline, launches: 4000 }).probabilityOfRollback ?? NaN;
  /** 600 requests at 10 % of 100 a second in a minute. */
  const closed = (errors: number) =>
    gateChances(successGate(0.99), 600, releaseWithErrors(errors))?.fail ?? NaN;

  test('on one pod of four it sees a quarter of the errors', () => {
    expect(Math.abs(caught(worldOf('one-pod-of=4'), 0.04) - closed(0.01))).toBeLessThan(0.03);
  });

  test('with labels flipped it sees the rest of them', () => {
    expect(Math.abs(caught(worldOf('flipped-labels=20%'), 0.0125) - closed(0.01))).toBeLessThan(
      0.03,
    );
  });

  test('a segment with three times the errors of others, of which the new version has twice its part', () => {
    // (1 + 2 0.4) / (1 + 2 0.2) = 9 / 7 of the errors, though nothing is wrong.
    const world = worldOf('biased-segment=mobile:20%:x3:40%');
    expect(Math.abs(caught(world, 0.007, 0.007) - closed(0.009))).toBeLessThan(0.03);
    const exact = gateChances(
      successGate(0.99),
      600,
      releaseIn(releaseWithErrors(0.007, 0.007), world),
    );
    expect(exact?.fail).toBeCloseTo(closed(0.009), 12);
  });

  test('a dependency that fails aborts good releases while it does', () => {
    const during = worldOf('dependency=20%@0s/60s');
    expect(caught(during, 0, 0)).toBe(1);
    expect(caught(worldOf('dependency=20%@5m/60s'), 0, 0)).toBe(0);
    // In the second of three minutes, of which the second look is the only one that fails.
    expect(caught(worldOf('dependency=20%@1m/1m'), 0, 0, looked(3))).toBe(1);
  });

  test('late telemetry sees nothing of what began after it', () => {
    const once = steps(step(10, 120, { gates: [successGate(0.99)] }));
    expect(caught(worldOf('onset=1m', 'late-telemetry=1m'), 1, 0, once)).toBe(0);
    expect(caught(worldOf('onset=1m'), 1, 0, once)).toBe(1);
  });

  test('a window shorter than two scrapes sees nothing, a longer one what lies between them', () => {
    const scraped = (every: string) => caught(worldOf(`scrape=${every}`), 0.01);
    // 15 s: first and last scrape are a minute apart, all of it is seen.
    expect(Math.abs(scraped('15s') - closed(0.01))).toBeLessThan(0.03);
    // 40 s: scrapes at 0 and 40, 400 requests of 600.
    const fewer = gateChances(successGate(0.99), 400, releaseWithErrors(0.01))?.fail ?? NaN;
    expect(Math.abs(scraped('40s') - fewer)).toBeLessThan(0.03);
    // 90 s: one scrape, no rate; this gate fails without data.
    expect(scraped('90s')).toBe(1);
  });
});

describe('requests over a day', () => {
  const daily = dailyShape({ swing: 0.5, peakHour: 14, startSeconds: 14 * 3600 });
  const traffic = { ...defaultTraffic, daily };

  test('are as many as on an even day', () => {
    expect(requestsBetween(traffic, 0, 86_400)).toBeCloseTo(8_640_000, 4);
  });

  test('are most in the hour of the peak, fewest twelve hours later', () => {
    expect(requestsBetween(traffic, 0, 3600)).toBeCloseTo(1.5 * 360_000, 6);
    expect(requestsBetween(traffic, 12 * 3600, 13 * 3600)).toBeCloseTo(0.5 * 360_000, 6);
    // cos(2π 3 / 24) = √½ three hours after it.
    expect(requestsBetween(traffic, 3 * 3600, 4 * 3600)).toBeCloseTo(
      (1 + 0.5 * Math.SQRT1_2) * 360_000,
      6,
    );
  });

  test('a minimum of requests takes as long as they take to come', () => {
    const wait = { from: 0, share: 0.1, requests: 54_000 };
    expect(secondsForRequests(traffic, wait)).toBeCloseTo(3600, 6);
    expect(secondsForRequests({ ...traffic, daily: null }, wait)).toBeCloseTo(5400, 6);
  });

  test('a launch in the night exposes fewer', () => {
    const at = (start: string) =>
      outcomes(hour, worldOf(`daily=50%@14:00/${start}`)).meanRequestsExposed;
    expect(at('14:00')).toBeCloseTo(54_000, 6);
    expect(at('2:00')).toBeCloseTo(18_000, 6);
  });
});

test('a delay moves all latencies of the new version by as much', () => {
  const usual = { share: 1, logMean: Math.log(200), logDeviation: 0.5 };
  const slow = [{ ...usual, delayMs: 150 }];
  expect(latencyTail(slow, 400)).toBeCloseTo(latencyTail([usual], 250), 14);
  expect(latencyAtTail(slow, 0.01)).toBeCloseTo(latencyAtTail([usual], 0.01) + 150, 8);
});

test('where nothing of it is said, nothing changes', () => {
  const usual = simulateRollout({
    strategy: flaggerExample,
    traffic: defaultTraffic,
    release: releaseWithErrors(0.01),
    launches: 200,
    seed: 7,
  });
  expect(
    outcomes(flaggerExample, {}, { errors: 0.01, launches: 200, traffic: { noticeSeconds: 3600 } }),
  ).toEqual(usual.outcomes);
});

test.each(worldHelp)('$example is read', ({ example }) => {
  expect(readWorldOption(example).kind).toBe('world');
});

test.each([
  ['onset=soon', 'onset=10m'],
  ['segment=5%', 'segment=beta:5%'],
  ['flipped-labels=120%', 'flipped-labels=10%'],
  ['daily=60%@25:00', 'daily=60%@14:00/9:00'],
  ['dependency=5%', 'dependency=20%@10m/5m'],
  ['chaos', 'one of onset'],
])('%s is refused', (text, expected) => {
  const reading = readWorldOption(text);
  expect(reading.kind === 'invalid' && reading.expected).toContain(expected);
});
