import { tQuantile } from '../../../stats/distributions/tQuantile';
import { tUpperTail } from '../../../stats/distributions/tUpperTail';
import type { EffectScale, Evidence } from './evidence';

/**
 * Evidence of an estimate that is normal, or Student's t, around the effect.
 *
 * Formula: (estimate - null) / standard error; estimate ± quantile · standard error.
 */
export function waldEvidence(found: {
  readonly scale?: EffectScale;
  readonly estimate: number;
  readonly standardError: number;
  /** Left out: normal. */
  readonly degreesOfFreedom?: number;
  readonly notes?: readonly string[];
}): Evidence {
  const { scale = 'difference', estimate, standardError, degreesOfFreedom = Infinity } = found;
  const isNormal = degreesOfFreedom === Infinity;
  const at = (nullValue: number): number => (estimate - nullValue) / standardError;
  return {
    scale,
    estimate,
    standardError,
    statistic: {
      name: isNormal ? 'z' : 't',
      value: at(0),
      degreesOfFreedom: isNormal ? null : degreesOfFreedom,
    },
    pValue: (nullValue, alternative) => {
      const t = at(nullValue);
      if (alternative === 'greater') return tUpperTail(t, degreesOfFreedom);
      if (alternative === 'less') return tUpperTail(-t, degreesOfFreedom);
      return Math.min(1, 2 * tUpperTail(Math.abs(t), degreesOfFreedom));
    },
    interval: (tail) => {
      const half = -tQuantile(tail, degreesOfFreedom) * standardError;
      return { low: estimate - half, high: estimate + half };
    },
    notes: found.notes ?? [],
  };
}
