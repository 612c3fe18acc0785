import { adjustedPValues, type PValueAdjustment } from '../../stats/tests/adjustedPValues';
import type { Plan } from '../plan/planSchema';
import { dunnettNoAlarm } from '../size/dunnettNoAlarm';
import { variantShares } from '../size/variantShares';
import type { ComparisonAnswer } from './analysis';

/** Corrected p-values of the primary comparisons of a plan, and what they make of the verdicts. */
export function correctForSeveral(
  plan: Plan,
  answers: readonly ComparisonAnswer[],
): readonly ComparisonAnswer[] {
  const { correction = 'none', success, analysis } = plan.design;
  const primary = answers.filter(({ role }) => role === 'primary');
  const treatments = plan.variants.length - 1;
  const family = success === 'all' ? treatments : primary.length;
  // Bounds and posteriors have the correction in their level, or none.
  if (correction === 'none' || family < 2 || analysis !== 'fixed-horizon') return answers;
  const adjusted = new Map<ComparisonAnswer, number>();
  for (const group of groupsOf(primary, success === 'all')) {
    const p = group.map((each) => each.p);
    const found =
      correction === 'dunnett'
        ? dunnettPValues(plan, group)
        : adjustedPValues(p, correction satisfies PValueAdjustment);
    group.forEach((each, i) => adjusted.set(each, found[i] ?? 1));
  }
  return answers.map((answer) => {
    const adjustedP = adjusted.get(answer);
    return adjustedP === undefined ? answer : withAdjusted(plan, answer, adjustedP);
  });
}

/** Where all metrics have to show it, each is a family of its own. */
function groupsOf(
  primary: readonly ComparisonAnswer[],
  isByMetric: boolean,
): readonly (readonly ComparisonAnswer[])[] {
  if (!isByMetric) return [primary];
  const names = [...new Set(primary.map(({ metric }) => metric))];
  return names.map((name) => primary.filter(({ metric }) => metric === name));
}

/** P(a statistic as large among all treatments), times the metrics. */
function dunnettPValues(plan: Plan, group: readonly ComparisonAnswer[]): readonly number[] {
  const [control = 1, ...treatments] = variantShares(plan);
  const loadings = treatments.map((share) => Math.sqrt(share / (share + control)));
  const metrics = new Set(group.map(({ metric }) => metric)).size;
  const sides = plan.design.sides === 'two' ? 2 : 1;
  return group.map(({ z }) => {
    const critical = sides === 2 ? Math.abs(z) : z;
    return Math.min(1, metrics * (1 - dunnettNoAlarm({ loadings, sides }, critical)));
  });
}

function withAdjusted(plan: Plan, answer: ComparisonAnswer, adjustedP: number): ComparisonAnswer {
  const { significanceLevel, sides } = plan.design;
  const isOneSided = answer.hypothesis !== 'superiority' && sides === 'two';
  const level =
    isOneSided && answer.hypothesis === 'non-inferiority'
      ? significanceLevel / 2
      : significanceLevel;
  const isSignificant = adjustedP <= level;
  const direction = answer.z >= 0 ? 'shown' : 'wrong-way';
  return { ...answer, adjustedP, verdict: isSignificant ? direction : 'not-shown' };
}
