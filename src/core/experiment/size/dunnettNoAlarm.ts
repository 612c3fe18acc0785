import { normalCdf } from '../../stats/distributions/normalCdf';
import { exp } from '../../stats/elementary/exp';
import { gaussLegendre } from '../../stats/special/gaussLegendre';

const oneOverRootTwoPi = 0.3989422804014327;
/** Beyond it the control's deviation has no weight that shows. */
const far = 8.5;

/** Several treatments against one control. */
export interface DunnettComparisons {
  /** Correlation of each comparison with the control's own deviation: √(n / (n + n of control)). */
  readonly loadings: readonly number[];
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

/**
 * Chance that no comparison of several treatments with one control reaches the critical value if there is no effect.
 *
 * Formula, source and accuracy: `dunnettCritical`.
 */
export function dunnettNoAlarm({ loadings, sides }: DunnettComparisons, critical: number): number {
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
