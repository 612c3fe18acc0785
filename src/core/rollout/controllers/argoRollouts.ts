import { argoChances } from '../chances/argoChances';
import type { ArgoMetric, ArgoSettings } from '../strategies/argoSettings';
import type { Controller } from './controller';
import { runArgo } from './runArgo';

/**
 * Argo Rollouts, exact to its code: an analysis fails with one more failed measurement than its failureLimit (its
 * documentation says: with as many); inconclusive ones pause; errors retry after 10 seconds and fail after more than 4 in
 * a row; the first measurement is taken at once.
 *
 * Source: argoproj/argo-rollouts `analysis/analysis.go`, `rollout/analysis.go` at 9f8d111d8.
 */
export const argoRollouts: Controller<ArgoSettings> = {
  id: 'argo-rollouts',
  name: 'Argo Rollouts',
  run: (settings, launch) => runArgo(settings, launch),
  gates: (settings) => [...new Set(metricsOf(settings).map(({ gate }) => gate))],
  chances: argoChances,
};

function metricsOf(settings: ArgoSettings): readonly ArgoMetric[] {
  if (settings.kind === 'argo-blue-green') {
    return [...settings.prePromotion, ...settings.postPromotion];
  }
  return [
    ...(settings.background?.metrics ?? []),
    ...settings.steps.flatMap((step) => (step.kind === 'analysis' ? step.metrics : [])),
  ];
}
