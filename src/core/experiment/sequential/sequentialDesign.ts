import { normalQuantile } from '../../stats/distributions/normalQuantile';
import type { SequentialRequest } from './boundPlan';
import { buildLooks } from './buildLooks';
import { driftForPower } from './driftForPower';
import { efficacyLooks } from './efficacyLooks';
import { fallingRoot } from './fallingRoot';
import { futilityRule } from './futilityRule';
import type { LookBound } from './lookBound';
import {
  type OperatingCharacteristics,
  operatingCharacteristics,
} from './operatingCharacteristics';
import { crossingProbabilities, totalOf } from './crossingProbabilities';
import type { Recursion } from './recursion';

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
  const { recursion, drift } = solve(request);
  const { looks } = recursion;
  return { looks, drift, ...operatingCharacteristics(recursion, { ...request, drift }) };
}

function solve(request: SequentialRequest): {
  readonly recursion: Recursion;
  readonly drift: number;
} {
  const { power } = request;
  const looksAt = looksByDrift(request);
  if (request.futility?.kind !== 'spending') {
    const recursion = looksAt(0);
    return { recursion, drift: driftForPower(recursion, power) };
  }
  // Futility bounds that spend the risk of a miss depend on the effect, and the effect on them.
  const missing = (drift: number): number =>
    power - totalOf(crossingProbabilities(looksAt(drift), drift).success);
  const fixed = fixedDrift(request);
  const drift = fallingRoot(missing, { low: 0.9 * fixed, high: 3 * fixed, tolerance: 1e-11 });
  return { recursion: looksAt(drift), drift };
}

/** The looks as they depend on the effect that futility is judged by. */
function looksByDrift(request: SequentialRequest): (drift: number) => Recursion {
  const { futility, sides, efficacy, power, isFutilityBinding } = request;
  const ruleAt = (drift: number) => futilityRule(futility, { sides, missRisk: 1 - power, drift });
  if (isFutilityBinding === true) {
    return (drift) => efficacyLooks(efficacy, { ...request, futility: ruleAt(drift) });
  }
  const unstopped = efficacyLooks(efficacy, { ...request, futility: () => null });
  if (futility === undefined) return () => unstopped;
  const upper = ({ look }: { readonly look: number }): number =>
    (unstopped.looks[look] as LookBound).upper;
  return (drift) => buildLooks({ ...request, upper, futility: ruleAt(drift) });
}

/** Expected z with which one look at the end has the power. */
export function fixedDrift({
  significanceLevel,
  sides,
  power,
}: Pick<SequentialRequest, 'significanceLevel' | 'sides' | 'power'>): number {
  return normalQuantile(power) - normalQuantile(significanceLevel / sides);
}
