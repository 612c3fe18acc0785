import type { Comparison } from '../comparison';
import { quantileShape } from './quantileShape';
import { type UnitCumulants, unitCumulants } from './unitCumulants';

/** How the estimate of one variant is spread, and how its estimated variance goes with it. */
export interface EstimateShape {
  /** Mean of the estimate less what it estimates. */
  readonly bias: number;
  readonly variance: number;
  /** What the estimated variance is on average. */
  readonly assumed: number;
  readonly third: number;
  readonly fourth: number;
  /** Covariance of the estimate and its estimated variance. */
  readonly withVariance: number;
  /** Variance of the estimated variance. */
  readonly ofVariance: number;
  /** Joint cumulant of the estimate twice and its estimated variance. */
  readonly twiceWithVariance: number;
}

/** A mean of units and the variance of it from theirs. */
function ofMean({ variance, third, fourth }: UnitCumulants, n: number): EstimateShape {
  return {
    bias: 0,
    variance: variance / n,
    assumed: variance / n,
    third: third / (n * n),
    fourth: fourth / (n * n * n),
    withVariance: third / (n * n),
    ofVariance: (fourth + (2 * variance * variance * n) / (n - 1)) / (n * n * n),
    twiceWithVariance: fourth / (n * n * n),
  };
}

/** The logarithm of a mean; its variance from the units' own, or from the mean alone as Poisson's. */
function ofLogarithm(unit: UnitCumulants, n: number, isPoisson: boolean): EstimateShape {
  const { mean } = unit;
  const relative = unit.variance / (mean * mean);
  const skew = unit.third / (mean * mean * mean);
  const variance = relative / n;
  const ofOwn = unit.fourth / (unit.variance * unit.variance) + 2 + 4 * relative;
  const ofVariance = isPoisson ? relative : ofOwn - (4 * unit.third) / (unit.variance * mean);
  return {
    bias: -0.5 * variance,
    variance,
    assumed: variance,
    third: (skew - 3 * relative * relative) / (n * n),
    fourth: 0,
    withVariance: (skew - 2 * relative * relative) / (n * n),
    ofVariance: (ofVariance / n) * variance * variance,
    twiceWithVariance: 0,
  };
}

/** A ratio of sums: a gamma denominator and a numerator that follows it, the rest of it normal. */
function ofRatio({ metric }: Comparison, ratio: number, n: number): EstimateShape {
  const { deviation = NaN, denominatorMean, denominatorDeviation = 0 } = metric;
  const isConstant = denominatorMean === undefined || denominatorDeviation === 0;
  const mean = denominatorMean ?? 1;
  const spread = isConstant ? 0 : denominatorDeviation / mean;
  const correlation = isConstant ? 0 : (metric.numeratorDenominatorCorrelation ?? 0);
  const own = deviation / mean;
  // What a unit brings: slope · (denominator less its mean) and a normal rest, over the mean.
  const slope = isConstant ? 0 : (correlation * own) / spread - ratio;
  const along = slope * spread;
  const variance = along * along + own * own * (1 - correlation * correlation);
  const covariance = slope * spread * spread;
  const third = 2 * along * along * along * spread;
  const fourth = 6 * (along * along * spread) ** 2;
  return {
    bias: -covariance / n,
    variance: variance / n,
    assumed: variance / n,
    third: (third - 6 * variance * covariance) / (n * n),
    fourth: fourth / (n * n * n),
    withVariance: (third - 4 * variance * covariance) / (n * n),
    ofVariance: (fourth + (2 * variance * variance * n) / (n - 1)) / (n * n * n),
    twiceWithVariance: fourth / (n * n * n),
  };
}

/** Tests of the logarithm of a ratio. */
const ofLogarithms: ReadonlySet<string> = new Set(['poisson', 'negative-binomial']);

/** Tests of a difference, each variant with the variance of its own units. */
const ofDifferences: ReadonlySet<string> = new Set(['z-unpooled', 'normal', 'welch']);

/**
 * The estimate of one variant with `units` of them, where the metric has this value there; null for tests that estimate
 * otherwise.
 *
 * Source: cumulants of smooth functions of means to the order of one over the units; Hall, The Bootstrap and Edgeworth
 * Expansion, 1992, section 2.4.
 */
export function estimateShape(
  comparison: Comparison,
  value: number,
  of: { readonly variant: 'control' | 'treatment'; readonly units: number },
): EstimateShape | null {
  const { test } = comparison.metric;
  if (!(of.units > 2)) return null;
  if (test === 'delta-method') return ofRatio(comparison, value, of.units);
  if (test === 'quantile-normal') return quantileShape(comparison.metric, value, of.units);
  const unit = unitCumulants(comparison, value, of.variant);
  if (unit === null) return null;
  if (ofLogarithms.has(test)) return ofLogarithm(unit, of.units, test === 'poisson');
  if (!ofDifferences.has(test)) return null;
  // A rate is events over the exposure.
  const { kind, exposure = 1 } = comparison.metric;
  const scale = kind === 'rate' ? 1 / exposure : 1;
  return ofMean(
    {
      mean: unit.mean * scale,
      variance: unit.variance * scale * scale,
      third: unit.third * scale * scale * scale,
      fourth: unit.fourth * scale * scale * scale * scale,
    },
    of.units,
  );
}
