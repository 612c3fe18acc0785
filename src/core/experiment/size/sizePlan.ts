import type { Reading } from '../../model/diagnostic';
import type { Plan } from '../plan/planSchema';
import { daysFor, wholeWeeks } from './daysFor';
import { decidingComparison } from './decidingComparison';
import { givenSize } from './givenSize';
import { planComparisons } from './planComparisons';
import { powerAt } from './powerAt';
import type { SizeAnswer } from './sizeAnswer';
import { sizeAssumptions } from './sizeAssumptions';
import type { SizedPlan } from './sizedPlan';
import { sizeMethodOf } from './sizeMethods';
import { type PlanDiagnostic, sizeProblems } from './sizeProblems';
import { sizeSentence } from './sizeSentence';
import { sizeWarnings } from './sizeWarnings';
import { totalOf, wholeSizes } from './wholeSizes';

/** A sample size, or null and why there is none. */
export interface SizeReading extends Reading<SizeAnswer | null> {
  readonly diagnostics: readonly PlanDiagnostic[];
}

/**
 * How many subjects a plan needs for its power, with the definition, assumptions and warnings: the one
 * answer that panel, command line and editor show.
 *
 * Each treatment is compared with the control (the first variant) on each primary metric at the plan's
 * weights; the comparison that needs most decides. Never throws on a plan's values: what cannot be sized
 * is a diagnostic.
 */
export function sizePlan(plan: Plan): SizeReading {
  const diagnostics = sizeProblems(plan);
  const need = diagnostics.length === 0 ? decidingComparison(plan) : null;
  if (need === null) return { value: null, diagnostics };
  const perVariant = wholeSizes(plan, need.total);
  const total = totalOf(perVariant);
  const days = daysFor(plan, total);
  const sized: SizedPlan = {
    plan,
    comparisons: planComparisons(plan),
    deciding: need.comparison,
    perVariant,
    total,
    days,
    wholeWeekDays: days === null ? null : wholeWeeks(days),
    given: givenSize(plan),
  };
  return { value: answer(sized), diagnostics };
}

function answer(sized: SizedPlan): SizeAnswer {
  const { plan, deciding, perVariant, total, days, wholeWeekDays, given } = sized;
  return {
    perVariant,
    total,
    days,
    wholeWeekDays,
    decidingMetric: deciding.metric.name,
    decidingTreatment: deciding.treatment.name,
    absoluteEffect: deciding.effect,
    relativeEffect: deciding.effect / deciding.baseline,
    power: powerAt(plan, total),
    given,
    definition: sizeMethodOf(deciding.metric).definition(deciding.sides),
    sentence: sizeSentence(sized),
    assumptions: sizeAssumptions(sized),
    warnings: sizeWarnings(sized),
  };
}
