import { decidingComparison } from '../experiment/size/decidingComparison';
import type { Comparison } from '../experiment/size/comparison';
import type { Plan } from '../experiment/plan/planSchema';
import { unitsBy } from '../experiment/size/unitsBy';
import { variantShares } from '../experiment/size/variantShares';

/** What of a plan a replication needs, worked out once. */
export interface AbDesign {
  readonly comparison: Comparison;
  /** Units in all variants at the end. */
  readonly total: number;
  /** Share of control among all units, and of the treatment among those not in control. */
  readonly controlShare: number;
  readonly treatmentShareOfRest: number;
  readonly days: readonly DesignDay[];
}

export interface DesignDay {
  /** Units that arrive on this day, and by its end. */
  readonly newUnits: number;
  readonly unitsSoFar: number;
  /** Expected units of each variant by its end, in the plan's order. */
  readonly expectedUnits: readonly number[];
}

/**
 * The days of an experiment of `total` units: each brings the plan's traffic, the last one what is left.
 * Null where the plan compares nothing.
 */
export function abDesign(
  plan: Plan,
  { total, days }: { readonly total: number; readonly days: number },
): AbDesign | null {
  const comparison = decidingComparison(plan)?.comparison;
  if (comparison === undefined) return null;
  const [control, ...others] = plan.variants;
  const restWeight = others.reduce((sum, { weight }) => sum + weight, 0);
  return {
    comparison,
    total,
    controlShare: (control?.weight ?? 0) / (restWeight + (control?.weight ?? 0)),
    treatmentShareOfRest: comparison.treatment.weight / restWeight,
    days: designDays(plan, { total, days }),
  };
}

function designDays(
  plan: Plan,
  { total, days }: { readonly total: number; readonly days: number },
): readonly DesignDay[] {
  const shares = variantShares(plan);
  let before = 0;
  return Array.from({ length: days }, (_, i) => {
    const unitsSoFar = i + 1 === days ? total : Math.min(total, unitsBy(plan, i + 1));
    const newUnits = unitsSoFar - before;
    before = unitsSoFar;
    return {
      newUnits,
      unitsSoFar,
      expectedUnits: shares.map((share) => share * unitsSoFar),
    };
  });
}
