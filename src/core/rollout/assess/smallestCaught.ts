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
export function smallestCaught(
  curve: CurveRequest,
  { chance, worst }: { readonly chance: number; readonly worst: number },
): SmallestCaught | null {
  const normal = levelOf(curve.request.release.metrics, curve.name, 'baseline');
  const at = (level: number) => rollbackAt(curve, level);
  if (at(worst).probabilityOfRollback < chance) return null;
  let [low, high] = [normal, worst];
  if (at(low).probabilityOfRollback >= chance) return { level: low, standardError: 0 };
  const isExact = at(worst).standardError === 0 && at(normal).standardError === 0;
  for (let step = 0; step < (isExact ? 40 : 14); step += 1) {
    const middle = (low + high) / 2;
    if (at(middle).probabilityOfRollback >= chance) high = middle;
    else low = middle;
  }
  if (isExact) return { level: high, standardError: 0 };
  const width = Math.abs(high - normal) * 0.05;
  const rise = at(high + width).probabilityOfRollback - at(high - width).probabilityOfRollback;
  const error = Math.sqrt((chance * (1 - chance)) / curve.request.launches);
  return { level: high, standardError: rise > 0 ? (error * 2 * width) / rise : width };
}
