import { normalQuantile } from '../../stats/distributions/normalQuantile';
import { alwaysValidMultiplier } from '../sequential/alwaysValidMultiplier';
import type { PlanAnalysis } from '../sequential/planAnalysis';
import type { Comparison } from './comparison';

/** Steps to a total that asks for itself; each shrinks the error tenfold. */
const steps = 60;

/**
 * Units that the planner of GrowthBook or Eppo would ask for, in all variants; null for other analyses.
 *
 * Formula: the standard error is widened by interval over fixed interval, and one look is sized with it: the fixed
 * total times (multiplier / z)². It counts no early stop and widens the quantile of the power too.
 * Source: GrowthBook, packages/shared/src/power/power.ts, sequentialPowerStandardError; Eppo documentation, sample size
 * calculator, usage.
 */
export function plannerTotal(
  analysis: PlanAnalysis,
  { comparison, fixedTotal }: { readonly comparison: Comparison; readonly fixedTotal: number },
): number | null {
  if (analysis.kind !== 'always-valid') return null;
  const { form, tuning } = analysis;
  if ((form !== 'growthbook' && form !== 'eppo') || tuning === null) return null;
  const { significanceLevel, sides, controlShare, treatmentShare, inflation } = comparison;
  const z = -normalQuantile(significanceLevel / sides);
  const share = Math.min(1, controlShare + treatmentShare) / inflation;
  let total = fixedTotal;
  for (let i = 0; i < steps; i += 1) {
    const moment = { units: share * total, variance: 1, significanceLevel, sides };
    const ratio = alwaysValidMultiplier({ kind: form, tuning }, moment) / z;
    total = fixedTotal * ratio * ratio;
  }
  return total;
}
