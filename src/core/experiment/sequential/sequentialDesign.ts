import type { SequentialRequest } from './boundPlan';
import type { LookBound } from './lookBound';
import {
  type OperatingCharacteristics,
  operatingCharacteristics,
} from './operatingCharacteristics';
import { solveDesign } from './solveDesign';

/** A group sequential design: its bounds, and what it does. */
export interface SequentialDesign extends OperatingCharacteristics {
  readonly looks: readonly LookBound[];
  /** Expected z at full information if the effect is there, such that the power is as wanted. */
  readonly drift: number;
}

/**
 * Bounds, sample size and chances of a group sequential design.
 *
 * Formula: see `continueTo` and `exitProbability`; the drift is that at which the chance of success is the power.
 * Source: Jennison and Turnbull, Group Sequential Methods, 2000, chapters 2 to 4, 7 and 19.
 * Range: fractions rise to 1, 0 < significanceLevel / sides < power < 1. Accuracy reached: 1e-9.
 */
export function sequentialDesign(request: SequentialRequest): SequentialDesign {
  const { recursion, drift } = solveDesign(request);
  const { looks } = recursion;
  return { looks, drift, ...operatingCharacteristics(recursion, { ...request, drift }) };
}
