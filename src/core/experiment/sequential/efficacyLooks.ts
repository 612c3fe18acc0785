import { exp } from '../../stats/elementary/exp';
import { log } from '../../stats/elementary/log';
import { normalQuantile } from '../../stats/distributions/normalQuantile';
import { boundFor } from './boundFor';
import type { EfficacyPlan } from './boundPlan';
import { type BoundRules, buildLooks, type LookMoment, spendAbove } from './buildLooks';
import { successProbability } from './crossingProbabilities';
import { exitProbability } from './exitProbability';
import { fallingRoot } from './fallingRoot';
import type { Recursion } from './recursion';
import { secantRoot } from './secantRoot';
import { spentBy } from './spending';

/** What the bounds of success have to keep to. */
export interface EfficacyTerms {
  readonly fractions: readonly number[];
  readonly sides: 1 | 2;
  readonly significanceLevel: number;
  /** Where experiments are sure to stop for futility; a rule that never stops leaves that open. */
  readonly futility: BoundRules['futility'];
}

/** The looks of a plan, its bounds of success such that the false alarms of all looks together have the significance level. */
export function efficacyLooks(plan: EfficacyPlan, terms: EfficacyTerms): Recursion {
  const oneSide = terms.significanceLevel / terms.sides;
  switch (plan.kind) {
    case 'spending':
      return buildLooks({
        ...terms,
        upper: spendAbove(({ fraction, look }) =>
          spentBy(plan.spending, { error: oneSide, fraction, look }),
        ),
      });
    case 'flat-then-rest':
      return buildLooks({ ...terms, upper: flatThenRest(plan.z, oneSide) });
    case 'shape':
      return shapedLooks(plan.shape, terms, oneSide);
  }
}

function flatThenRest(z: number, oneSide: number): (moment: LookMoment) => number {
  let left = oneSide;
  return ({ look, isLast, fraction, reaching }) => {
    if (look === 0) left = oneSide;
    if (isLast) return boundFor(reaching, { fraction, chance: left, side: 'above', drift: 0 });
    left -= exitProbability(reaching, { fraction, z, side: 'above', drift: 0 });
    return z;
  };
}

/** Bounds constant · fraction^(shape - ½): the constant lies between that of one look and that of looks that share nothing. */
function shapedLooks(shape: number, terms: EfficacyTerms, oneSide: number): Recursion {
  const factors = terms.fractions.map((fraction) => exp((shape - 0.5) * log(fraction)));
  const looksWith = (constant: number): Recursion =>
    buildLooks({ ...terms, upper: ({ look }) => constant * (factors[look] as number) });
  const target = log(oneSide);
  let latest = { constant: NaN, looks: null as Recursion | null };
  const gap = (constant: number): number => {
    const looks = looksWith(constant);
    latest = { constant, looks };
    return log(successProbability(looks, 0)) - target;
  };
  const least = Math.min(1, ...factors);
  const low = -normalQuantile(oneSide) * (terms.sides === 2 ? 1 : 0.5);
  const high = -normalQuantile(oneSide / factors.length) / least;
  const start = low + (high - low) * (0.1 + Math.max(0, Math.min(1, shape)));
  const constant =
    secantRoot(gap, { start, slope: -(start + 1 / start), tolerance: 1e-10 }) ??
    fallingRoot(gap, { low, high, tolerance: 1e-12, residual: 1e-12 });
  return latest.looks !== null && latest.constant === constant ? latest.looks : looksWith(constant);
}
