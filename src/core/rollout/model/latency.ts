import { normalUpperTail } from '../../stats/distributions/normalUpperTail';
import { normalQuantile } from '../../stats/distributions/normalQuantile';
import { exp } from '../../stats/elementary/exp';
import { log } from '../../stats/elementary/log';
import type { LatencyPart } from './metricBehaviour';

/** Share of requests slower than `milliseconds`. */
export function latencyTail(parts: readonly LatencyPart[], milliseconds: number): number {
  return parts.reduce((sum, { share, logMean, logDeviation, delayMs = 0 }) => {
    const own = milliseconds - delayMs;
    return sum + share * (own <= 0 ? 1 : normalUpperTail((log(own) - logMean) / logDeviation));
  }, 0);
}

/**
 * The latency, in milliseconds, that a share `tail` of requests is above.
 *
 * Formula: for one part its quantile; else bisection of the logarithm on `latencyTail` between those of the parts.
 * Range: 0 < tail < 1. Accuracy reached: 1e-12 relative.
 */
export function latencyAtTail(parts: readonly LatencyPart[], tail: number): number {
  const z = -normalQuantile(tail);
  const ends = parts.map(({ logMean, logDeviation, delayMs = 0 }) =>
    delayMs === 0 ? logMean + z * logDeviation : log(exp(logMean + z * logDeviation) + delayMs),
  );
  let low = Math.min(...ends);
  let high = Math.max(...ends);
  for (let step = 0; step < 60 && high - low > 1e-13; step += 1) {
    const middle = (low + high) / 2;
    if (latencyTail(parts, exp(middle)) > tail) low = middle;
    else high = middle;
  }
  return exp((low + high) / 2);
}

/** Latencies all `factor` times as long. */
export function slowedBy(parts: readonly LatencyPart[], factor: number): readonly LatencyPart[] {
  return parts.map((part) => ({ ...part, logMean: part.logMean + log(factor) }));
}

/** Log deviation of latencies of which nothing but one quantile is known: the 99 % quantile is then 4.6 times the median. */
const usualLogDeviation = 0.65;

/** Latencies with one quantile (0 < quantile < 1) at `milliseconds`, spread as usual. */
export function latencyWith(quantile: number, milliseconds: number): readonly LatencyPart[] {
  const logMean = log(milliseconds) - usualLogDeviation * normalQuantile(quantile);
  return [{ share: 1, logMean, logDeviation: usualLogDeviation }];
}
