import type { PlanMetric } from '../plan/planSchema';

/** A proportion as its labels show it: sensitivity · p + (1 - specificity) (1 - p). Other kinds as they are. */
export function seenValue({ label }: PlanMetric, value: number): number {
  if (label === undefined) return value;
  return label.sensitivity * value + (1 - label.specificity) * (1 - value);
}

/** Effect as the test sees it for one of the true effect: labels (Youden's J) times the share that can meet the change. */
export function attenuationOf({ label, triggeredShare = 1 }: PlanMetric): number {
  const seen = label === undefined ? 1 : label.sensitivity + label.specificity - 1;
  return seen * triggeredShare;
}
