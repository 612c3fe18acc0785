import { exp } from '../../../stats/elementary/exp';
import type { Comparison } from '../comparison';

/** Cumulants of what one unit brings: mean, variance, third and fourth. */
export interface UnitCumulants {
  readonly mean: number;
  readonly variance: number;
  readonly third: number;
  readonly fourth: number;
}

/** A unit with an event or without. */
function bernoulli(p: number): UnitCumulants {
  const variance = p * (1 - p);
  return {
    mean: p,
    variance,
    third: variance * (1 - 2 * p),
    fourth: variance * (1 - 6 * variance),
  };
}

/** Events of a unit; dispersion 0 is Poisson. */
function negativeBinomial(mean: number, dispersion: number): UnitCumulants {
  const more = dispersion * mean;
  return {
    mean,
    variance: mean * (1 + more),
    third: mean * (1 + more) * (1 + 2 * more),
    fourth: mean * (1 + more) * (1 + 6 * more * (1 + more)),
  };
}

/** Spend of a unit: nothing, or a lognormal amount; the effect is in the share of buyers while that is one. */
function spend({ metric, baseline }: Comparison, mean: number): UnitCumulants {
  const { buyerShare = NaN, logDeviation = NaN } = metric;
  const share = Math.min(1, (buyerShare * mean) / baseline);
  const amount = mean / share;
  const square = exp(logDeviation * logDeviation);
  // E[Y^j] in units of the mean: share^(1 - j) e^(j (j - 1) σ² / 2).
  const second = square / share;
  const third = (square * square * square) / (share * share);
  const fourth = (square * square * square) ** 2 / (share * share * share);
  const variance = second - 1;
  const scale = share * amount;
  return {
    mean,
    variance: variance * scale * scale,
    third: (third - 3 * second + 2) * scale * scale * scale,
    fourth:
      (fourth - 4 * third + 6 * second - 3 - 3 * variance * variance) *
      (scale * scale * scale * scale),
  };
}

/**
 * Cumulants of a unit of one variant where the metric has this value there; null for kinds whose test is not of a mean of
 * independent units. Means are taken for normal, rates are counts of a unit's exposure.
 */
export function unitCumulants(
  comparison: Comparison,
  value: number,
  variant: 'control' | 'treatment',
): UnitCumulants | null {
  const { metric } = comparison;
  const { kind, deviation = NaN, dispersion = 0, exposure = 1 } = metric;
  switch (kind) {
    case 'proportion':
      return bernoulli(value);
    case 'count':
      return negativeBinomial(value, dispersion);
    case 'rate':
      return negativeBinomial(value * exposure, dispersion);
    case 'revenue':
      return spend(comparison, value);
    case 'mean': {
      const own = variant === 'treatment' ? (metric.treatmentDeviation ?? deviation) : deviation;
      return { mean: value, variance: own * own, third: 0, fourth: 0 };
    }
    default:
      return null;
  }
}
