import type { ArgoCanary, ArgoMetric } from '../strategies/argoSettings';
import type { FixedStepsSettings } from '../strategies/fixedStepsSettings';
import type { FlaggerSettings } from '../strategies/flaggerSettings';
import type { KayentaSettings } from '../strategies/kayentaSettings';
import type { Strategy } from '../strategies/strategy';

/** Another strategy, and in words how it differs from the one at hand. */
export interface StrategyVariant {
  readonly label: string;
  readonly strategy: Strategy;
}

/** Strategies with one or two things changed: hold, first step, samples, limits. */
export function variantsOf(strategy: Strategy): readonly StrategyVariant[] {
  switch (strategy.kind) {
    case 'flagger':
      return flaggerVariants(strategy);
    case 'argo-canary':
      return argoVariants(strategy);
    case 'fixed-steps':
      return fixedVariants(strategy);
    case 'kayenta':
      return kayentaVariants(strategy);
    case 'argo-blue-green':
    case 'sequential':
      return [];
  }
}

function flaggerVariants(strategy: FlaggerSettings): readonly StrategyVariant[] {
  const { threshold, mode } = strategy;
  const lower = [...new Set([1, 2, 3, Math.ceil(threshold / 2)])].filter((one) => one < threshold);
  const thresholds = lower
    .sort((a, b) => b - a)
    .map((one) => ({ label: `threshold ${one}`, strategy: { ...strategy, threshold: one } }));
  const longer = (times: number, of: FlaggerSettings): FlaggerSettings => ({
    ...of,
    intervalSeconds: of.intervalSeconds * times,
    metrics: of.metrics.map((gate) => ({ ...gate, windowSeconds: gate.windowSeconds * times })),
  });
  const samples = [2, 5].map((times) => ({
    label: `${times} times the interval and window`,
    strategy: longer(times, strategy),
  }));
  const both = thresholds.map(({ label, strategy: of }) => ({
    label: `${label}, twice the interval and window`,
    strategy: longer(2, of),
  }));
  const larger =
    mode.kind === 'canary'
      ? [
          {
            label: 'twice the weights',
            strategy: { ...strategy, mode: { ...mode, weights: doubled(mode.weights) } },
          },
        ]
      : [];
  return [...thresholds, ...samples, ...larger, ...both];
}

function doubled(weights: readonly number[]): readonly number[] {
  return [...new Set(weights.map((weight) => Math.min(100, weight * 2)))];
}

function argoVariants(strategy: ArgoCanary): readonly StrategyVariant[] {
  const held = (times: number): ArgoCanary => ({
    ...strategy,
    steps: strategy.steps.map((step) =>
      step.kind === 'pause' && step.seconds !== null
        ? { ...step, seconds: step.seconds * times }
        : step,
    ),
  });
  const larger: ArgoCanary = {
    ...strategy,
    steps: strategy.steps.map((step) =>
      step.kind === 'set-weight' ? { ...step, weight: Math.min(100, step.weight * 2) } : step,
    ),
  };
  const limits = [...new Set(metricsOf(strategy).map(({ failureLimit }) => failureLimit))];
  const most = Math.max(0, ...limits);
  const lower = [0, 1, 2].filter((limit) => limit < most);
  return [
    ...lower.map((limit) => ({
      label: `failureLimit ${limit}`,
      strategy: limited(strategy, limit),
    })),
    { label: 'twice the pauses', strategy: held(2) },
    { label: 'three times the pauses', strategy: held(3) },
    { label: 'twice the weights', strategy: larger },
  ];
}

function metricsOf({ background, steps }: ArgoCanary): readonly ArgoMetric[] {
  const inline = steps.flatMap((step) => (step.kind === 'analysis' ? step.metrics : []));
  return [...(background?.metrics ?? []), ...inline];
}

function limited(strategy: ArgoCanary, limit: number): ArgoCanary {
  const change = (metrics: readonly ArgoMetric[]) =>
    metrics.map((metric) => ({ ...metric, failureLimit: Math.min(metric.failureLimit, limit) }));
  return {
    ...strategy,
    background: strategy.background && {
      ...strategy.background,
      metrics: change(strategy.background.metrics),
    },
    steps: strategy.steps.map((step) =>
      step.kind === 'analysis' ? { ...step, metrics: change(step.metrics) } : step,
    ),
  };
}

function fixedVariants(strategy: FixedStepsSettings): readonly StrategyVariant[] {
  const held = (times: number): FixedStepsSettings => ({
    ...strategy,
    steps: strategy.steps.map((step) => ({
      ...step,
      holdSeconds: step.holdSeconds * times,
      gates: step.gates.map((gate) => ({ ...gate, windowSeconds: gate.windowSeconds * times })),
    })),
  });
  return [2, 5].map((times) => ({ label: `${times} times the hold`, strategy: held(times) }));
}

function kayentaVariants(strategy: KayentaSettings): readonly StrategyVariant[] {
  return [
    {
      label: 'twice the weight',
      strategy: { ...strategy, weight: Math.min(50, strategy.weight * 2) },
    },
    {
      label: 'twice the lifetime and interval',
      strategy: {
        ...strategy,
        lifetimeSeconds: strategy.lifetimeSeconds * 2,
        intervalSeconds: strategy.intervalSeconds * 2,
      },
    },
    { label: 'pass at 100', strategy: { ...strategy, pass: 100 } },
  ];
}
