import { formatPercent } from '../../report/formatNumber';
import { argoShare } from '../strategies/argoShare';
import type { RolloutRule } from './rolloutFinding';

/** A weight that is less than a pod: without traffic routing one pod is the least. */
export const stepBelowOnePod: RolloutRule = {
  id: 'rollout-below-one-pod',
  name: 'Step below one pod',
  find({ request: { strategy } }) {
    if (strategy.kind !== 'argo-canary' || strategy.pods === null) return [];
    const { pods } = strategy;
    return strategy.steps.flatMap((step) => {
      if (step.kind !== 'set-weight' || step.weight === 0) return [];
      if ((step.weight / 100) * pods.replicas >= 1) return [];
      const share = argoShare(step.weight, pods);
      return [
        {
          code: 'rollout-below-one-pod',
          severity: 'warning' as const,
          message: `A weight of ${step.weight} % is less than one of ${pods.replicas} pods: without traffic routing it is ${formatPercent(share)}. Add trafficRouting, or plan with the share that it is.`,
        },
      ];
    });
  },
};
