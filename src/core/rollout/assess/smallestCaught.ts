import { levelOf } from '../release/changedMetrics';
import { type CurveRequest, rollbackAt } from './operatingCurve';

/** The level from which a release is rolled back with the chance asked for; null where none up to `worst` is. */
export interface SmallestCaught {
  readonly level: number;
  /** 0 where the chances are exact. */
  readonly standardError: number;
}

/**
 * Bisection on the operating-characteristic curve, with the same random numbers at each level; the standard error is that
 * of the chance over the slope of the curve there.
 */
export function* smallestCaught(
  curve: CurveRequest,
  { chance, worst }: { readonly chance: number; readonly worst: number },
): Generator<null, SmallestCaught | null> {
  const normal = levelOf(curve.request.release.metrics, curve.name, 'baseline');
  const at = function* (level: number) {
    return yield* rollbackAt(curve, level);
  };
  const [atWorst, atNormal] = [yield* at(worst), yield* at(normal)];
  if (atWorst.probabilityOfRollback < chance) return null;
  if (atNormal.probabilityOfRollback >= chance) return { level: normal, standardError: 0 };
  let [low, high] = [normal, worst];
  const isExact = atWorst.standardError === 0 && atNormal.standardError === 0;
  for (let step = 0; step < (isExact ? 40 : 14); step += 1) {
    const middle = (low + high) / 2;
    if ((yield* at(middle)).probabilityOfRollback >= chance) high = middle;
    else low = middle;
  }
  if (isExact) return { level: high, standardError: 0 };
  const width = Math.abs(high - normal) * 0.05;
  const [above, below] = [yield* at(high + width), yield* at(high - width)];
  const rise = above.probabilityOfRollback - below.probabilityOfRollback;
  const error = Math.sqrt((chance * (1 - chance)) / curve.request.launches);
  return { level: high, standardError: rise > 0 ? (error * 2 * width) / rise : width };
}
