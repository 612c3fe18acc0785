import { countOf, plural } from '../../report/countOf';
import { formatCount } from '../../report/formatNumber';
import type { Plan } from '../plan/planSchema';
import { decidingComparison } from './decidingComparison';
import { planWarnings } from './planWarnings';
import { sizedPlanOf } from './sizedPlanOf';
import type { SizedPlan } from './sizedPlan';
import { sizeProblems } from './sizeProblems';
import { takesLong } from './takesLong';

/** What a plan asks for, and whether it holds. */
export interface PlanInWords {
  /** Fits over a line of code: `needs 234,340 users · 20 days · plan ok`. */
  readonly short: string;
  /** False where something is to be warned of. */
  readonly isOk: boolean;
  /** What is wrong or to be warned of, a sentence each. */
  readonly full: readonly string[];
}

/** A plan in a few words; null where working them out takes long (see `takesLong`). */
export function planInWords(plan: Plan): PlanInWords | null {
  if (takesLong(plan)) return null;
  const problems = sizeProblems(plan);
  const need = problems.length === 0 ? decidingComparison(plan) : null;
  if (need === null) {
    const full = problems.map(({ message }) => message);
    return { short: 'the plan has no sample size', isOk: false, full };
  }
  const sized = sizedPlanOf(plan, need);
  const [first, ...others] = planWarnings(sized);
  const verdict =
    first === undefined
      ? 'plan ok'
      : `${first.code.replaceAll('-', ' ')}${others.length === 0 ? '' : ` +${others.length}`}`;
  return {
    short: [...sizeWords(sized), verdict].join(' · '),
    isOk: first === undefined,
    full: first === undefined ? [] : [first, ...others].map(({ message }) => message),
  };
}

function sizeWords({ plan, total, days, given }: SizedPlan): readonly string[] {
  const lasts = given === null ? days : given.days;
  const duration = lasts === null ? [] : [countOf(lasts, 'day')];
  if (given === null) return [`needs ${countOf(total, plan.unit)}`, ...duration];
  const share = `${formatCount(given.total)} of ${formatCount(total)} ${plural(plan.unit)}`;
  return [`plans ${share}`, ...duration];
}
