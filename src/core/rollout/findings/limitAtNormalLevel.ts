import { gateChances } from '../chances/gateChances';
import { formatPercent } from '../../report/formatNumber';
import { verdictOf } from '../model/verdictTable';
import { usualValue } from './gateNeverPasses';
import type { RolloutRule } from './rolloutFinding';

/** From this chance of failing a single check in normal operation on, chance decides. */
const mostChance = 0.05;

/** A limit so near to the normal level that good releases fail its checks by chance. */
export const limitAtNormalLevel: RolloutRule = {
  id: 'rollout-limit-at-normal',
  name: 'Limit at the normal level',
  find({ request, checks }) {
    const said = new Set<string>();
    return checks.flatMap(({ gate, count }) => {
      if (count === 0 || said.has(gate.name)) return [];
      const value = usualValue(gate, request.release);
      if (value !== null && verdictOf(gate.verdicts, value) !== 'pass') return [];
      const chances = gateChances(gate, count, request.release);
      if (chances === null || chances.fail < mostChance) return [];
      said.add(gate.name);
      return [
        {
          code: 'rollout-limit-at-normal',
          severity: 'warning' as const,
          message: `"${gate.name}" fails ${formatPercent(chances.fail)} of its checks on ${count} requests although nothing is wrong: its limit is as near to the normal level as chance goes. Move the limit, or look at more requests.`,
        },
      ];
    });
  },
};
