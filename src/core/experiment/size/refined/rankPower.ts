import { normalCdf } from '../../../stats/distributions/normalCdf';
import { normalDensity } from '../../../stats/distributions/normalDensity';
import { normalQuantile } from '../../../stats/distributions/normalQuantile';
import { normalUpperTail } from '../../../stats/distributions/normalUpperTail';
import { gaussLegendre } from '../../../stats/special/gaussLegendre';
import type { Comparison } from '../comparison';
import { countsBothTails, criticalValue } from '../criticalValue';

/** P(both of two units of one variant are above one of the other), for normal values shifted by `shift`. */
function chanceOfBoth(shift: number): number {
  const both = (y: number): number => {
    const above = normalCdf(y + shift);
    return normalDensity(y) * above * above;
  };
  return gaussLegendre(both, -9, 0) + gaussLegendre(both, 0, 9);
}

/**
 * Power of the Mann-Whitney test for shifted normal values: the variance under the effect for the spread of the statistic,
 * that without one for its bound, with the continuity correction the test makes. Noether's formula has the second for both.
 *
 * Source: Lehmann, Nonparametrics, 1975, section 2.3. Null for margins.
 */
export function rankPower(comparison: Comparison, total: number): number | null {
  const { hypothesis, target, controlShare, treatmentShare, metric } = comparison;
  if (hypothesis !== 'superiority' || metric.kind !== 'rank') return null;
  const m = total * controlShare;
  const n = total * treatmentShare;
  if (!(m > 1 && n > 1)) return null;
  const chance = Math.max(target, 1 - target);
  const both = chanceOfBoth(Math.SQRT2 * normalQuantile(chance)) - chance * chance;
  const variance = (chance * (1 - chance) + (m + n - 2) * both) / (m * n);
  const bound = criticalValue(comparison) * Math.sqrt((m + n + 1) / (12 * m * n)) + 0.5 / (m * n);
  const at = (distance: number): number =>
    normalUpperTail((bound - distance) / Math.sqrt(variance));
  const right = at(chance - 0.5);
  return countsBothTails(comparison) ? right + at(0.5 - chance) : right;
}
