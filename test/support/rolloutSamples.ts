import {
  fullTelemetry,
  immediateFault,
  noNoise,
  type Release,
} from '../../src/core/rollout/model/release';
import type { Gate } from '../../src/core/rollout/model/gate';
import type { ArgoCanary } from '../../src/core/rollout/strategies/argoSettings';
import type { FlaggerSettings } from '../../src/core/rollout/strategies/flaggerSettings';

/** Fails below 99 % (or another floor) good requests in the window; no data as said. */
export function successGate(
  least: number,
  { windowSeconds = 60, empty = 'fail' }: { windowSeconds?: number; empty?: 'fail' | 'error' } = {},
): Gate {
  return {
    name: 'success-rate',
    signal: { kind: 'share', metric: 'error-rate', of: 'good', scale: 1 },
    windowSeconds,
    verdicts: {
      breaks: [least],
      at: ['pass'],
      between: ['fail', 'pass'],
      empty,
      notANumber: 'fail',
    },
  };
}

/** A release whose error rate goes from 0 to `canary`. */
export function releaseWithErrors(canary: number, baseline = 0): Release {
  return {
    metrics: { 'error-rate': { kind: 'share', baseline, canary } },
    fault: immediateFault,
    noise: noNoise,
    telemetry: fullTelemetry,
  };
}

/** The example of the reference table: 1 minute, steps of 5 up to 50, threshold 10, success of at least 99 %. */
export const flaggerExample: FlaggerSettings = {
  kind: 'flagger',
  intervalSeconds: 60,
  threshold: 10,
  mode: { kind: 'canary', weights: [5, 10, 15, 20, 25, 30, 35, 40, 45, 50], mirror: false },
  metrics: [successGate(0.99)],
  confirms: [],
};

/** The example of Argo's documentation: 20/40/60/80 % for 10 minutes each, measured every 5 from 40 % on, failureLimit 3. */
export const argoExample: ArgoCanary = {
  kind: 'argo-canary',
  pods: null,
  steps: [20, 40, 60, 80].flatMap((weight) => [
    { kind: 'set-weight', weight } as const,
    { kind: 'pause', seconds: 600 } as const,
  ]),
  background: {
    startingStep: 2,
    metrics: [
      {
        gate: successGate(0.95, { windowSeconds: 300, empty: 'error' }),
        intervalSeconds: 300,
        initialDelaySeconds: 0,
        count: null,
        failureLimit: 3,
        inconclusiveLimit: 0,
        consecutiveErrorLimit: 4,
        consecutiveSuccessLimit: 0,
        dryRun: false,
      },
    ],
  },
};
