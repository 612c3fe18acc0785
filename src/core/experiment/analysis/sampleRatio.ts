import { chiSquareOfCounts } from '../../stats/tests/chiSquareOfCounts';
import type { Plan } from '../plan/planSchema';
import type { SampleRatioAnswer } from './analysis';

/** Usual level of the alarm: rare enough to be believed. */
const usualAlarmLevel = 0.001;

/** Whether units fell to variants as the weights say. */
export function sampleRatio(plan: Plan, observed: readonly number[]): SampleRatioAnswer {
  const weights = plan.variants.map(({ weight }) => weight);
  const { statistic, degreesOfFreedom, p } = chiSquareOfCounts(observed, weights);
  const total = observed.reduce((sum, count) => sum + count, 0);
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const alarmLevel = plan.design.ratioAlarmLevel ?? usualAlarmLevel;
  return {
    observed,
    expected: weights.map((weight) => (total * weight) / all),
    chiSquare: statistic,
    degreesOfFreedom,
    p,
    alarmLevel,
    isAlarm: p < alarmLevel,
  };
}
