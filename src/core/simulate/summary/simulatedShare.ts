import { wilsonInterval } from '../../stats/intervals/wilsonInterval';
import type { SimulatedMean, SimulatedShare } from '../simulationResult';

/** A share of replications with its Monte Carlo error. */
export function simulatedShare(hits: number, replications: number): SimulatedShare {
  const estimate = hits / replications;
  const { low, high } = wilsonInterval({
    successes: hits,
    trials: replications,
    confidenceLevel: 0.95,
  });
  return {
    estimate,
    standardError: Math.sqrt((estimate * (1 - estimate)) / replications),
    interval: { low, high },
  };
}

/** A mean from sums, with its Monte Carlo error. */
export function simulatedMean(count: number, sum: number, squares: number): SimulatedMean {
  if (count === 0) return { estimate: null, standardError: null };
  const mean = sum / count;
  if (count < 2) return { estimate: mean, standardError: null };
  const variance = Math.max(0, squares / count - mean * mean) * (count / (count - 1));
  return { estimate: mean, standardError: Math.sqrt(variance / count) };
}

/** The mean of values that come so often. */
export function weightedMean(
  values: readonly { readonly value: number; readonly count: number }[],
): SimulatedMean {
  const count = values.reduce((total, each) => total + each.count, 0);
  const sum = values.reduce((total, each) => total + each.count * each.value, 0);
  // Around the mean: values may be large and nearly the same.
  const mean = count === 0 ? 0 : sum / count;
  const squares = values.reduce(
    (total, each) => total + each.count * (each.value - mean) * (each.value - mean),
    0,
  );
  if (count === 0) return { estimate: null, standardError: null };
  return {
    estimate: mean,
    standardError: count < 2 ? null : Math.sqrt(squares / (count - 1) / count),
  };
}
