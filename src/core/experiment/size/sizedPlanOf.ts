import type { Plan } from '../plan/planSchema';
import { daysFor, wholeWeeks } from './daysFor';
import type { Need } from './decidingComparison';
import { exactCheck } from './exactCheck';
import { doubtfulEvents, fewestEvents } from './expectedEvents';
import { givenSize } from './givenSize';
import { guardrailComparisons, planComparisons } from './planComparisons';
import { sequentialAnswerOf } from './sequentialAnswerOf';
import type { GuardrailAnswer } from './sizeAnswer';
import type { SizedPlan } from './sizedPlan';
import { sizeMethodOf } from './sizeMethods';
import { totalOf, wholeSizes } from './wholeSizes';

/** A plan with the sizes that follow from what its deciding comparison needs. */
export function sizedPlanOf(plan: Plan, need: Need): SizedPlan {
  const perVariant = wholeSizes(plan, need.total);
  const total = totalOf(plan, perVariant);
  const days = daysFor(plan, total);
  const given = givenSize(plan);
  const sized = {
    plan,
    comparisons: planComparisons(plan),
    deciding: need.comparison,
    perVariant,
    total,
    days,
    wholeWeekDays: days === null ? null : wholeWeeks(days),
    given,
    sequential: sequentialAnswerOf(plan, need),
    guardrails: guardrailAnswers(plan, given?.total ?? total),
    exactCheck: null,
  };
  return { ...sized, exactCheck: checkedExactly(sized) };
}

/** Where few events are expected the formula is not trusted: the deciding comparison is enumerated. */
function checkedExactly(sized: SizedPlan) {
  const fewest = fewestEvents(sized);
  if (sized.sequential !== null || fewest === null || fewest.expected >= doubtfulEvents)
    return null;
  const { deciding, perVariant, total, given } = sized;
  const scale = given === null ? 1 : given.total / total;
  const size = (index: number): number =>
    Math.max(1, Math.round((perVariant[index]?.sampleSize ?? 0) * scale));
  return exactCheck(deciding, { control: size(0), treatment: size(deciding.treatmentIndex) });
}

function guardrailAnswers(plan: Plan, total: number): readonly GuardrailAnswer[] {
  return guardrailComparisons(plan).map((comparison) => {
    const { metric, treatment, power } = comparison;
    const method = sizeMethodOf(metric);
    const needed = method.totalSampleSize(comparison, power);
    return {
      metric: metric.name,
      treatment: treatment.name,
      power: method.power(comparison, total),
      total: Number.isFinite(needed) ? needed : null,
    };
  });
}
