import { formatDuration } from '../report/formatDuration';
import type { RolloutRule } from './rolloutFinding';

/** A measurement before the new version has had a request finds no data: an error or a failed check, not a verdict. */
export const measuredBeforeTraffic: RolloutRule = {
  id: 'rollout-before-traffic',
  name: 'Measured before there is traffic',
  find({ checks }) {
    const said = new Set<string>();
    return checks.flatMap(({ gate, time, count }) => {
      const { empty } = gate.verdicts;
      if (count > 0 || said.has(gate.name) || empty === 'pass') return [];
      said.add(gate.name);
      const what = empty === 'error' ? 'an error' : 'a failed check';
      return [
        {
          code: 'rollout-before-traffic',
          severity: 'warning' as const,
          message: `"${gate.name}" is measured ${formatDuration(time)} after the start, when the new version has had no request in its window: that is ${what}. Start it later (initialDelay, startingStep, a pause before).`,
        },
      ];
    });
  },
};
