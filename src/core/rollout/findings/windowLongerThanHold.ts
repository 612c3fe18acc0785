import { formatDuration } from '../report/formatDuration';
import type { RolloutRule } from './rolloutFinding';

/** A window that is longer than a weight is held sees the weights before it, too, and little of the one it is asked about. */
export const windowLongerThanHold: RolloutRule = {
  id: 'rollout-window',
  name: 'Window longer than the hold',
  find({ checks, weights }) {
    const said = new Set<string>();
    return checks.flatMap(({ gate, time }) => {
      const since = weights.findLast(({ time: at, share }) => at < time && share > 0);
      const first = weights.find(({ share }) => share > 0);
      // What comes before the first request of all is empty: no other version is in it.
      if (since === undefined || since === first || said.has(gate.name)) return [];
      const hold = time - since.time;
      if (gate.windowSeconds <= hold + 1e-9) return [];
      said.add(gate.name);
      return [
        {
          code: 'rollout-window',
          severity: 'warning' as const,
          message: `"${gate.name}" looks back ${formatDuration(gate.windowSeconds)}, but at ${formatDuration(time)} the weight has been there for ${formatDuration(hold)} only: it mostly sees the weight before. Hold longer, or look back less.`,
        },
      ];
    });
  },
};
