import type { Gate } from '../model/gate';
import type { ArgoMetric, ArgoSettings } from './argoSettings';
import type { Strategy } from './strategy';

/** A strategy all of whose queries look back so far. Kayenta's and the sequential judge's have no window of their own. */
export function withWindow(strategy: Strategy, windowSeconds: number): Strategy {
  // What is one gate stays one: its windows share what was seen.
  const known = new Map<Gate, Gate>();
  const gate = (one: Gate): Gate => {
    const changed = known.get(one) ?? { ...one, windowSeconds };
    known.set(one, changed);
    return changed;
  };
  switch (strategy.kind) {
    case 'flagger':
      return { ...strategy, metrics: strategy.metrics.map(gate) };
    case 'fixed-steps':
      return {
        ...strategy,
        steps: strategy.steps.map((step) => ({ ...step, gates: step.gates.map(gate) })),
      };
    case 'argo-canary':
    case 'argo-blue-green':
      return argoWith(strategy, gate);
    case 'kayenta':
    case 'sequential':
      return strategy;
  }
}

function argoWith(settings: ArgoSettings, gate: (one: Gate) => Gate): ArgoSettings {
  const all = (metrics: readonly ArgoMetric[]) =>
    metrics.map((metric) => ({ ...metric, gate: gate(metric.gate) }));
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
