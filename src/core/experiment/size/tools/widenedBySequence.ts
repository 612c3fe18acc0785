import { normalQuantile } from '../../../stats/distributions/normalQuantile';
import { alwaysValidMultiplier } from '../../sequential/alwaysValidMultiplier';
import type { PlanAnalysis } from '../../sequential/planAnalysis';
import type { Comparison } from '../comparison';
import type { SizeMethod } from '../sizeMethod';
import { totalByPower } from '../solveByPower';

/** Whether a plan's looks are those of GrowthBook's own sequential testing. */
export function isGrowthBookSequence(analysis: PlanAnalysis): boolean {
  return analysis.kind === 'always-valid' && analysis.form === 'growthbook';
}

/** Half width of GrowthBook's interval at a total over that of one look; 1 for a plan that looks otherwise. */
function wideningAt(comparison: Comparison, total: number): number {
  const { analysis, significanceLevel, sides, controlShare, treatmentShare } = comparison;
  if (analysis.kind !== 'always-valid' || !isGrowthBookSequence(analysis)) return 1;
  const multiplier = alwaysValidMultiplier(
    { kind: 'growthbook', tuning: analysis.tuning ?? NaN },
    { units: (controlShare + treatmentShare) * total, variance: 1, significanceLevel, sides },
  );
  return multiplier / -normalQuantile(significanceLevel / sides);
}

/**
 * A planner's method as GrowthBook changes it for sequential tests: the standard error is widened as the interval is, and the
 * critical value left alone, so that the chance of a miss is widened with it.
 *
 * Source: GrowthBook, packages/shared/src/power.ts, `sequentialPowerStandardError`.
 */
export function widenedBySequence(method: SizeMethod): SizeMethod {
  const narrowed = (comparison: Comparison, total: number): number => {
    const widening = wideningAt(comparison, total);
    return total / (widening * widening);
  };
  const power = (comparison: Comparison, total: number): number =>
    method.power(comparison, narrowed(comparison, total));
  return {
    ...method,
    power,
    totalSampleSize: (comparison, wanted) => {
      const single = method.totalSampleSize(comparison, wanted);
      return isGrowthBookSequence(comparison.analysis)
        ? totalByPower(comparison, wanted, power, 2 * single)
        : single;
    },
    minimumDetectableEffect: (comparison, total, wanted) =>
      method.minimumDetectableEffect(comparison, narrowed(comparison, total), wanted),
  };
}
