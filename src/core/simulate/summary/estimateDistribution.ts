import type { BlockSums } from '../blockSums';
import type { RunDesign } from '../runDesign';
import type { EstimateDistribution, SimulatedMean } from '../simulationResult';
import { simulatedMean, simulatedShare } from './simulatedShare';

/** How the estimates fall around the true effect, and what the significant ones make of it. */
export function estimateDistribution(
  { estimateBins: { low, width }, trueEffect }: RunDesign,
  { estimates }: BlockSums,
): EstimateDistribution {
  const { count, sum, squares, found, foundSizes, foundSquares, wrongSign } = estimates;
  const mean = simulatedMean(count, sum, squares);
  return {
    trueEffect,
    mean,
    deviation: mean.standardError === null ? null : mean.standardError * Math.sqrt(count),
    exaggeration: over(simulatedMean(found, foundSizes, foundSquares), Math.abs(trueEffect)),
    wrongSign: found === 0 || trueEffect === 0 ? null : simulatedShare(wrongSign, found),
    histogram: estimates.all.map((launches, i) => ({
      from: low + i * width,
      to: low + (i + 1) * width,
      launches,
      significant: estimates.significant[i] ?? 0,
    })),
  };
}

function over({ estimate, standardError }: SimulatedMean, size: number): SimulatedMean {
  if (estimate === null || size === 0) return { estimate: null, standardError: null };
  return {
    estimate: estimate / size,
    standardError: standardError === null ? null : standardError / size,
  };
}
