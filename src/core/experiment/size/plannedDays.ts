import type { SizedPlan } from './sizedPlan';

/** The longest duration the plan leads to: its own days where it fixes them, else those it needs. */
export function plannedDays({
  plan,
  days,
  given,
}: Pick<SizedPlan, 'plan' | 'days' | 'given'>): number | null {
  return plan.design.days ?? given?.days ?? days;
}
