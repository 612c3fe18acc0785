import { controllerOf } from '../controllers/registry';
import { slowedBy } from '../model/latency';
import type { MetricBehaviour } from '../model/metricBehaviour';
import { simulateRollout } from '../simulate/rolloutSimulation';
import type { RolloutRule } from './rolloutFinding';

/** Half of all requests fail, all take 20 times as long, all is saturated. */
function ruined(behaviour: MetricBehaviour): MetricBehaviour {
  switch (behaviour.kind) {
    case 'share':
      return { ...behaviour, canary: Math.max(0.5, behaviour.baseline) };
    case 'latency':
      return { ...behaviour, canary: slowedBy(behaviour.baseline, 20) };
    case 'gauge':
      return { ...behaviour, canary: behaviour.baseline * 20 };
  }
}

const launches = 40;

/** A rollout that promotes a release in which half of the requests fail and all are slow catches nothing. */
export const rolloutBlind: RolloutRule = {
  id: 'rollout-blind',
  name: 'Rollout that catches nothing',
  find({ request, unread }) {
    const gates = controllerOf(request.strategy).gates();
    const why =
      gates.length === 0
        ? 'nothing is measured'
        : 'a release in which half of the requests fail and all take 20 times as long is promoted';
    if (gates.length > 0) {
      const metrics = Object.fromEntries(
        Object.entries(request.release.metrics).map(([name, one]) => [name, ruined(one)]),
      );
      const release = { ...request.release, metrics };
      const { outcomes } = simulateRollout({ ...request, release, launches, seed: 1 });
      if ((outcomes.probabilityOfPromotion ?? 0) <= 0.5) return [];
    }
    if (gates.length === 0 && unread.length > 0) return [];
    return [
      {
        code: 'rollout-blind',
        severity: 'warning',
        message: `This rollout catches nothing: ${why}. Add a metric with a limit, or look more often than failures are allowed.`,
      },
    ];
  },
};
