import type { Gate } from '../model/gate';
import type { ArgoMetric, ArgoSettings } from './argoSettings';
import type { Strategy } from './strategy';

/** A strategy with each of its gates changed. Kayenta's and the sequential judge's are no gates of their own. */
export function mapGates(strategy: Strategy, change: (gate: Gate) => Gate): Strategy {
  switch (strategy.kind) {
    case 'flagger':
      return { ...strategy, metrics: strategy.metrics.map(change) };
    case 'fixed-steps':
      return {
        ...strategy,
        steps: strategy.steps.map((step) => ({ ...step, gates: step.gates.map(change) })),
      };
    case 'argo-canary':
    case 'argo-blue-green':
      return argoWith(strategy, change);
    case 'kayenta':
    case 'sequential':
      return strategy;
  }
}

function argoWith(settings: ArgoSettings, change: (gate: Gate) => Gate): ArgoSettings {
  const all = (metrics: readonly ArgoMetric[]) =>
    metrics.map((metric) => ({ ...metric, gate: change(metric.gate) }));
  if (settings.kind === 'argo-blue-green') {
    return {
      ...settings,
      prePromotion: all(settings.prePromotion),
      postPromotion: all(settings.postPromotion),
    };
  }
  const { background, steps } = settings;
  return {
    ...settings,
    background: background && { ...background, metrics: all(background.metrics) },
    steps: steps.map((step) =>
      step.kind === 'analysis' ? { ...step, metrics: all(step.metrics) } : step,
    ),
  };
}
