import type { JsonValue } from '../../model/json';
import type { PlanEdit } from '../plan/planEdit';
import type { Analysis } from './analysis';
import type { Plan } from '../plan/planSchema';
import { decide } from './decide';

/** Six digits: what people compare. */
function rounded(value: number): number {
  return Number(value.toPrecision(6));
}

/**
 * The edit that writes an analysis into its plan as `result`, or why it is not written: a result is a decision, and there
 * is none before the plan's end, or from data that cannot be trusted. `date` is a day as YYYY-MM-DD.
 */
export function resultEdit(
  plan: Plan,
  analysis: Analysis,
  date: string,
): { readonly edit: PlanEdit } | { readonly refused: string } {
  const { deciding } = decide(plan, analysis);
  if (analysis.keep === null || deciding === null) {
    return {
      refused:
        analysis.decision === 'untrustworthy'
          ? 'No result was written: the sample ratio does not fit, so these data decide nothing.'
          : 'No result was written: the plan says to go on, so nothing is decided yet.',
    };
  }
  const { interval, difference, scale } = deciding;
  const onDifference = scale === 'difference' && interval !== null;
  const value: JsonValue = {
    variant: analysis.keep,
    estimate: { absolute: rounded(difference) },
    ...(onDifference && Number.isFinite(interval.low) && Number.isFinite(interval.high)
      ? { interval: [rounded(interval.low), rounded(interval.high)] }
      : {}),
    p: rounded(deciding.alwaysValidP ?? deciding.adjustedP ?? deciding.p),
    decision: analysis.decision,
    metric: deciding.metric,
    date,
  };
  return { edit: { path: ['result'], value } };
}
