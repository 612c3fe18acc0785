import { normalCdf } from '../../stats/distributions/normalCdf';
import { normalQuantile } from '../../stats/distributions/normalQuantile';
import { exp } from '../../stats/elementary/exp';
import { gaussLegendre } from '../../stats/special/gaussLegendre';
import { risingRoot } from './risingRoot';

const oneOverRootTwoPi = 0.3989422804014327;
/** Beyond it the control's deviation has no weight that shows. */
const far = 8.5;

interface DunnettTest {
  /** Correlation of each comparison with the control's own deviation: √(n / (n + n of control)). */
  readonly loadings: readonly number[];
  readonly level: number;
  readonly sides: 1 | 2;
}

/** Groups of equal loadings, so that many equal treatments cost as much as one. */
function grouped(loadings: readonly number[]): readonly (readonly [number, number])[] {
  const counts = new Map<number, number>();
  for (const loading of loadings) counts.set(loading, (counts.get(loading) ?? 0) + 1);
  return [...counts];
}

function power(base: number, exponent: number): number {
  let product = 1;
  for (let i = 0; i < exponent; i += 1) product *= base;
  return product;
}

/** Chance that no comparison reaches the critical value if there is no effect. */
function noAlarm({ loadings, sides }: DunnettTest, critical: number): number {
  const groups = grouped(loadings);
  const integrand = (x: number): number => {
    let product = oneOverRootTwoPi * exp(-0.5 * x * x);
    for (const [loading, count] of groups) {
      const rest = Math.sqrt((1 - loading) * (1 + loading));
      const upper = normalCdf((critical - loading * x) / rest);
      const lower = sides === 2 ? normalCdf((-critical - loading * x) / rest) : 0;
      product *= power(upper - lower, count);
    }
    return product;
  };
  return (
    gaussLegendre(integrand, -far, -2.5) +
    gaussLegendre(integrand, -2.5, 0) +
    gaussLegendre(integrand, 0, 2.5) +
    gaussLegendre(integrand, 2.5, far)
  );
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
  return risingRoot((critical) => noAlarm(test, critical) - (1 - level), least, most);
}
