import { boundFor } from './boundFor';
import { continueTo } from './continueTo';
import type { LookBound } from './lookBound';
import type { Recursion } from './recursion';
import { beforeFirstLook, type Subdensity } from './subdensity';

/** What a rule is told to place a bound at one look. */
export interface LookMoment {
  /** From 0. */
  readonly look: number;
  readonly fraction: number;
  readonly isLast: boolean;
  readonly reaching: Subdensity;
}

/** The rules that place the bounds, one look after the other. */
export interface BoundRules {
  readonly fractions: readonly number[];
  readonly sides: 1 | 2;
  readonly upper: (moment: LookMoment) => number;
  readonly futility: (moment: LookMoment, upper: number) => LookBound['futility'];
}

/** Places the bounds look by look: those of a look may depend on what the earlier ones let through. */
export function buildLooks({ fractions, sides, upper, futility }: BoundRules): Recursion {
  const reaching: Subdensity[] = [];
  const looks: LookBound[] = [];
  let current = beforeFirstLook;
  fractions.forEach((fraction, look) => {
    const isLast = look === fractions.length - 1;
    const moment: LookMoment = { look, fraction, isLast, reaching: current };
    const z = upper(moment);
    const lower = sides === 2 ? -z : -Infinity;
    const bound = { fraction, upper: z, lower, futility: futility(moment, z) };
    looks.push(bound);
    reaching.push(current);
    if (!isLast) current = continueTo(current, bound, fractions[look + 1] as number);
  });
  return { looks, reaching };
}

/** A rule that spends a probability in the tail above, by what has been spent in all by each look. */
export function spendAbove(spent: (moment: LookMoment) => number): (moment: LookMoment) => number {
  let before = 0;
  return (moment) => {
    if (moment.look === 0) before = 0;
    const now = spent(moment);
    const chance = now - before;
    before = now;
    return boundFor(moment.reaching, {
      fraction: moment.fraction,
      chance,
      side: 'above',
      drift: 0,
    });
  };
}
