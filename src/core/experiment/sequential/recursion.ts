import { continueTo } from './continueTo';
import type { LookBound } from './lookBound';
import { beforeFirstLook, type Subdensity } from './subdensity';

/** A design's looks, each with the experiments that reach it. */
export interface Recursion {
  readonly looks: readonly LookBound[];
  /** `reaching[k]`: those that went on after look k - 1. */
  readonly reaching: readonly Subdensity[];
}

/** Runs the recursion over all looks once; any drift can then be asked of it. */
export function recursionOver(looks: readonly LookBound[]): Recursion {
  const reaching: Subdensity[] = [];
  let current = beforeFirstLook;
  looks.forEach((look, k) => {
    reaching.push(current);
    const next = looks[k + 1];
    if (next !== undefined) current = continueTo(current, look, next.fraction);
  });
  return { looks, reaching };
}
