import { boundFor } from './boundFor';
import type { FutilityPlan } from './boundPlan';
import type { BoundRules, LookMoment } from './buildLooks';
import { exitProbability } from './exitProbability';
import { fallingRoot } from './fallingRoot';
import type { LookBound } from './lookBound';
import { spentBy } from './spending';

/** What a futility bound depends on. */
export interface FutilityTerms {
  readonly sides: 1 | 2;
  /** Risk of a miss in all. */
  readonly missRisk: number;
  /** Expected z at full information if the effect is there. */
  readonly drift: number;
}

/** The rule that places futility bounds before the last look; on two sides it is a band around 0. */
export function futilityRule(
  plan: FutilityPlan | undefined,
  { sides, missRisk, drift }: FutilityTerms,
): BoundRules['futility'] {
  if (plan === undefined) return () => null;
  const zone = sides === 2 ? band : below;
  if (plan.kind === 'z') return ({ isLast }) => (isLast ? null : zone(plan.z));
  let before = 0;
  return ({ look, fraction, isLast, reaching }, upper) => {
    if (look === 0) before = 0;
    if (isLast) return null;
    const now = spentBy(plan.spending, { error: missRisk, fraction, look });
    const chance = now - before;
    before = now;
    const terms = { reaching, fraction, chance, drift, upper };
    return zone(Math.min(upper, sides === 2 ? bandFor(terms) : belowFor(terms)));
  };
}

function below(high: number): LookBound['futility'] {
  return high === -Infinity ? null : { low: -Infinity, high };
}

function band(high: number): LookBound['futility'] {
  return high > 0 ? { low: -high, high } : null;
}

interface Terms extends Pick<LookMoment, 'reaching' | 'fraction'> {
  readonly chance: number;
  readonly drift: number;
  readonly upper: number;
}

function belowFor({ reaching, fraction, chance, drift }: Terms): number {
  return boundFor(reaching, { fraction, chance, side: 'below', drift });
}

/** Half the width of the band around 0 that has this chance. */
function bandFor({ reaching, fraction, chance, drift, upper }: Terms): number {
  if (!(chance > 0)) return 0;
  const missing = (z: number): number =>
    chance -
    (exitProbability(reaching, { fraction, z, side: 'below', drift }) -
      exitProbability(reaching, { fraction, z: -z, side: 'below', drift }));
  return fallingRoot(missing, { low: 0, high: Math.min(upper, 38), tolerance: 1e-12 });
}
