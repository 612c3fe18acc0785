import { normalDensity } from '../../../stats/distributions/normalDensity';
import { normalQuantile } from '../../../stats/distributions/normalQuantile';
import { exp } from '../../../stats/elementary/exp';
import type { PlanMetric } from '../../plan/planSchema';
import type { EstimateShape } from './estimateShape';

/** The interval whose width the test takes its standard error from has this half width in standard errors. */
const halfWidth = 1.959963984540054;

/** A lognormal value as a function of its share of units below, with two derivatives. */
interface QuantileFunction {
  readonly at: (share: number) => number;
  readonly slope: (share: number) => number;
  readonly bend: (share: number) => number;
}

/** Deviation of the logarithm: the plan's, else that which gives the plan's density at the baseline. */
function logDeviationOf({
  baseline,
  logDeviation,
  density: height = NaN,
  quantile = NaN,
}: PlanMetric) {
  return logDeviation ?? normalDensity(normalQuantile(quantile)) / (baseline * height);
}

function lognormal(metric: PlanMetric, value: number): QuantileFunction {
  const deviation = logDeviationOf(metric);
  const middle = normalQuantile(metric.quantile ?? NaN);
  const at = (share: number): number => value * exp(deviation * (normalQuantile(share) - middle));
  return {
    at,
    slope: (share) => (at(share) * deviation) / normalDensity(normalQuantile(share)),
    bend: (share) => {
      const z = normalQuantile(share);
      const height = normalDensity(z);
      return (at(share) * deviation * (deviation + z)) / (height * height);
    },
  };
}

/**
 * A sample quantile of lognormal values, with a standard error from the width of the interval between two order statistics,
 * as the test of results takes it. Null where that interval leaves the sample.
 *
 * Source: David and Nagaraja, Order Statistics, 3rd edition 2003, section 4.6.
 */
export function quantileShape(metric: PlanMetric, value: number, n: number): EstimateShape | null {
  const share = metric.quantile ?? NaN;
  const room = share * (1 - share);
  const half = halfWidth * Math.sqrt(room / n);
  const [low, high] = [share - half, share + half];
  if (!(low > 0 && high < 1)) return null;
  const { at, slope, bend } = lognormal(metric, value);
  const error = (at(high) - at(low)) / (2 * halfWidth);
  const [own, below, above] = [slope(share), slope(low), slope(high)];
  // Order statistics go together as a Brownian bridge.
  const withWidth = (own * (above * share * (1 - high) - below * low * (1 - share))) / n;
  const ofWidth =
    (above * above * high * (1 - high) +
      below * below * low * (1 - low) -
      2 * above * below * low * (1 - high)) /
    n;
  const curve = bend(share);
  return {
    bias: (0.5 * curve * room + own * (1 - 2 * share)) / n,
    variance: (own * own * room) / n,
    assumed: error * error,
    third: (own * own * room * (2 * own * (1 - 2 * share) + 3 * curve * room)) / (n * n),
    fourth: 0,
    withVariance: (error * withWidth) / halfWidth,
    ofVariance: (error * error * ofWidth) / (halfWidth * halfWidth),
    twiceWithVariance: 0,
  };
}
