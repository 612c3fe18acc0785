import { formatPercent } from '../../../report/formatNumber';
import type { Plan, PlanMetric } from '../../plan/planSchema';
import type { SizeWarning } from '../sizeAnswer';
import type { SizedPlan } from '../sizedPlan';
import type { Misuse } from './misuse';

/** Two numbers that agree to so many digits are one that was copied. */
const equalDigits = 3;

function rounded(value: number): number {
  return Number(Math.abs(value).toPrecision(equalDigits));
}

/** An effect as a share of the baseline. */
function share(
  effect: { readonly relative: number } | { readonly absolute: number },
  baseline: number,
): number {
  return 'relative' in effect ? effect.relative : effect.absolute / Math.abs(baseline);
}

function isEstimate({ minimumDetectableEffect: effect, baseline }: PlanMetric, plan: Plan) {
  const estimate = plan.result?.estimate;
  if (estimate === undefined) return false;
  if ('absolute' in effect && 'absolute' in estimate) {
    return estimate.absolute !== 0 && rounded(effect.absolute) === rounded(estimate.absolute);
  }
  const seen = share(estimate, baseline);
  return seen !== 0 && rounded(share(effect, baseline)) === rounded(seen);
}

function find({ plan, comparisons, deciding }: SizedPlan): SizeWarning | null {
  const planned = new Set(comparisons.map(({ metric }) => metric));
  for (const [index, metric] of plan.metrics.entries()) {
    if (!planned.has(metric)) continue;
    const isSaid = metric.effectSource === 'observed';
    if (!isSaid && !isEstimate(metric, plan)) continue;
    const key = isSaid ? 'effectSource' : 'minimumDetectableEffect';
    const why = isSaid
      ? `The effect of "${metric.name}" was observed in an earlier test`
      : `The effect of "${metric.name}" is the estimate in result, to ${equalDigits} digits`;
    const message = `${why}. What was found significant is on average larger than what is there, so that a test sized for it has less than the ${formatPercent(deciding.power)} it is planned for; power computed from a result says nothing that its p-value does not. Write the smallest effect that is worth acting on.`;
    return { code: 'observed-effect', path: ['metrics', index, key], message };
  }
  return null;
}

/** Planning, or judging power after the fact, from the effect that was seen. */
export const observedEffect: Misuse = {
  id: 'observed-effect',
  name: 'Planning from an observed effect',
  find,
};
