import type { SequentialRequest } from './boundPlan';
import { buildLooks } from './buildLooks';
import { successProbability } from './crossingProbabilities';
import { driftForPower } from './driftForPower';
import { efficacyLooks } from './efficacyLooks';
import { fallingRoot } from './fallingRoot';
import { fixedDrift } from './fixedDrift';
import { futilityRule } from './futilityRule';
import type { LookBound } from './lookBound';
import type { Recursion } from './recursion';

/** The bounds of a group sequential design, and the expected z at full information at which its power is as wanted. */
export function solveDesign(request: SequentialRequest): {
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
  const missing = (drift: number): number => power - successProbability(looksAt(drift), drift);
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
