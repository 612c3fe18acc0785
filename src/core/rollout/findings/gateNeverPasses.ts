import { latencyAtTail } from '../model/latency';
import { type Verdict, verdictOf } from '../model/verdictTable';
import type { Gate } from '../model/gate';
import type { Release } from '../model/release';
import type { RolloutRule } from './rolloutFinding';

/** The value a gate tends to with ever more requests of the old version; null where it depends on their number. */
export function usualValue({ signal }: Gate, { metrics }: Release): number | null {
  const behaviour = metrics[signal.metric];
  if (behaviour === undefined) return null;
  switch (behaviour.kind) {
    case 'share':
      if (signal.kind !== 'share') return null;
      return (signal.of === 'good' ? 1 - behaviour.baseline : behaviour.baseline) * signal.scale;
    case 'latency':
      if (signal.kind !== 'quantile') return null;
      return latencyAtTail(behaviour.baseline, 1 - signal.quantile) * signal.scale;
    case 'gauge':
      return behaviour.baseline * signal.scale;
  }
}

/** A gate that normal operation fails: more requests only make it surer. */
export const gateNeverPasses: RolloutRule = {
  id: 'rollout-gate-never-passes',
  name: 'Gate that no sample size can pass',
  find({ request, checks }) {
    const gates = [...new Set(checks.map(({ gate }) => gate))];
    return gates.flatMap((gate) => {
      const value = usualValue(gate, request.release);
      if (value === null) return [];
      const verdict: Verdict = verdictOf(gate.verdicts, value);
      const isNear = gate.verdicts.breaks.some(
        (limit) => Math.abs(value - limit) <= 0.02 * Math.abs(limit),
      );
      const isShareNear = gate.signal.kind === 'share' && isNear;
      if (verdict === 'pass' || (isNear && !isShareNear)) return [];
      return [
        {
          code: 'rollout-gate-never-passes',
          severity: 'error' as const,
          message: `"${gate.name}" stands at ${Number(value.toPrecision(4))} in normal operation, which does not pass: no release can, however many requests there are. Set its limit beyond that, or correct the baseline in flaglab.yaml.`,
        },
      ];
    });
  },
};
