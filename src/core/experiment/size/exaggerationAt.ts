import { normalQuantile } from '../../stats/distributions/normalQuantile';
import type { Comparison } from './comparison';
import { criticalValue } from './criticalValue';
import { type Exaggeration, exaggerationOf } from './exaggeration';
import { sizeMethodOf } from './sizeMethods';

/**
 * What a significant result is worth with `total` units in all variants; null with a margin or several looks, and where power
 * is too near to 0 or 1 to tell. The effect in standard errors is what a normal test with this power would have.
 */
export function exaggerationAt(comparison: Comparison, total: number): Exaggeration | null {
  if (comparison.hypothesis !== 'superiority' || comparison.analysis.kind !== 'fixed-horizon') {
    return null;
  }
  const power = sizeMethodOf(comparison.metric).power(comparison, total);
  const drift = criticalValue(comparison) + normalQuantile(power);
  return drift > 0 && Number.isFinite(drift) ? exaggerationOf(drift, comparison) : null;
}
