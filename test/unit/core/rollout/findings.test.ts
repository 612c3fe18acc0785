import { describe, expect, test } from 'vitest';
import { rolloutFindings } from '../../../../src/core/rollout/findings/registry';
import { defaultTraffic } from '../../../../src/core/rollout/model/rolloutTraffic';
import type { Release } from '../../../../src/core/rollout/model/release';
import type { ArgoCanary, ArgoMetric } from '../../../../src/core/rollout/strategies/argoSettings';
import type { Strategy } from '../../../../src/core/rollout/strategies/strategy';
import {
  argoExample,
  flaggerExample,
  releaseWithErrors,
  successGate,
} from '../../../support/rolloutSamples';

function codes(strategy: Strategy, release: Release = releaseWithErrors(0.002, 0.002)) {
  const request = { strategy, traffic: defaultTraffic, release, launches: 1, seed: 1 };
  return rolloutFindings(request, []).map(({ code }) => code);
}

const metric = argoExample.background!.metrics[0]!;
const background = (changes: Partial<ArgoMetric>, startingStep = 2): ArgoCanary => ({
  ...argoExample,
  background: { startingStep, metrics: [{ ...metric, ...changes }] },
});

describe('what cannot work is said', () => {
  test('nothing of what works', () => {
    expect(codes(argoExample)).toEqual([]);
    expect(codes(flaggerExample)).toEqual([]);
  });

  test('a window longer than the hold', () => {
    const gate = successGate(0.95, { windowSeconds: 1800, empty: 'error' });
    expect(codes(background({ gate }))).toEqual(['rollout-window']);
  });

  test('a measurement before there is traffic', () => {
    expect(codes(background({}, 0))).toContain('rollout-before-traffic');
    expect(codes(background({ initialDelaySeconds: 300 }, 0))).toEqual([]);
  });

  test('a gate that no sample size can pass', () => {
    const strict = { ...flaggerExample, metrics: [successGate(0.999)] };
    expect(codes(strict)).toContain('rollout-gate-never-passes');
  });

  test('a limit at the normal level', () => {
    expect(codes(flaggerExample, releaseWithErrors(0.009, 0.009))).toEqual([
      'rollout-limit-at-normal',
    ]);
  });

  test('a step below one pod', () => {
    expect(codes({ ...argoExample, pods: { replicas: 3, maxSurge: 0 } })).toEqual([
      'rollout-below-one-pod',
    ]);
    expect(codes({ ...argoExample, pods: { replicas: 5, maxSurge: 0 } })).toEqual([]);
  });

  test('an analysis without end', () => {
    const steps = [
      { kind: 'set-weight', weight: 20 },
      { kind: 'pause', seconds: 600 },
      { kind: 'analysis', metrics: [metric] },
    ] as const;
    expect(codes({ ...argoExample, steps, background: null })).toContain('rollout-never-ends');
  });

  test('a canary that catches nothing: no metrics, or more failures allowed than looks', () => {
    expect(codes({ ...flaggerExample, metrics: [] })).toEqual(['rollout-blind']);
    expect(codes(background({ failureLimit: 20 }))).toEqual(['rollout-blind']);
  });
});
