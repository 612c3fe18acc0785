import { normalQuantile } from '../../stats/distributions/normalQuantile';
import { type DunnettComparisons, dunnettNoAlarm } from './dunnettNoAlarm';
import { risingRoot } from './risingRoot';

interface DunnettTest extends DunnettComparisons {
  readonly level: number;
}

/**
 * Dunnett's critical value for comparing several treatments with one control, of the normal distribution (known
 * variance, or very many units).
 *
 * Formula: E over the control's deviation x of Π Φ((c - λ x) / √(1 - λ²)) (two sides: less the lower tail) = 1 - level.
 * Source: Dunnett, Journal of the American Statistical Association 50, 1955, 1096-1121.
 * Range: 0 < level < 1, loadings between 0 and 1. Accuracy reached: 1e-10.
 */
export function dunnettCritical(test: DunnettTest): number {
  const { loadings, level, sides } = test;
  const least = -normalQuantile(level / sides);
  const most = -normalQuantile(level / sides / loadings.length) + 1e-9;
  return risingRoot((critical) => dunnettNoAlarm(test, critical) - (1 - level), least, most);
}
