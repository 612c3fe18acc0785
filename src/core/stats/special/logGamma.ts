import { log } from '../elementary/log';
import { log1p } from '../elementary/log1p';
import { stirlingSeries } from './stirlingSeries';

const halfLogTwoPi = 0.9189385332046728;
const oneMinusEulerGamma = 0.42278433509846713;

/** (-1)^k (ζ(k) - 1) / k for k = 2, 3, ... */
const zetaTerms: readonly number[] = [
  0.3224670334241132, -0.0673523010531981, 0.020580808427784546, -0.007385551028673986,
  0.0028905103307415234, -0.001192753911703261, 0.0005096695247430425, -0.00022315475845357939,
  9.945751278180853e-5, -4.492623673813314e-5, 2.050721277567069e-5, -9.439488275268397e-6,
  4.374866789907488e-6, -2.039215753801366e-6, 9.55141213040742e-7, -4.492469198764566e-7,
  2.1207184805554665e-7, -1.0043224823968099e-7, 4.7698101693639804e-8, -2.2711094608943164e-8,
  1.0838659214896955e-8, -5.183475041970047e-9, 2.4836745438024785e-9, -1.1921401405860912e-9,
  5.731367241678862e-10, -2.7595228851242334e-10, 1.330476437424449e-10, -6.4229645638381e-11,
];

/**
 * ln Γ(x).
 *
 * Formula: Taylor series about 2 (and about 1, through Γ(x + 1) = x Γ(x)), where the function has its
 * zeros; Stirling's series from 10 up; the recurrence between.
 * Source: Abramowitz and Stegun 6.1.33 and 6.1.41.
 * Range: x > 0 (NaN elsewhere). Accuracy reached: 1.5e-15 relative, also beside the zeros at 1 and 2.
 */
export function logGamma(x: number): number {
  if (!(x > 0)) return NaN;
  if (x === Infinity) return Infinity;
  if (x >= 10) return (x - 0.5) * log(x) - x + halfLogTwoPi + stirlingSeries(x);
  if (x < 0.5) return logGamma(1 + x) - log(x);
  if (x < 1.5) return aboutTwo(x - 1) - log1p(x - 1);
  let product = 1;
  let reduced = x;
  while (reduced > 2.5) {
    reduced -= 1;
    product *= reduced;
  }
  return aboutTwo(reduced - 2) + (product === 1 ? 0 : log(product));
}

/** ln Γ(2 + e) for |e| <= 1/2. */
function aboutTwo(e: number): number {
  let sum = 0;
  for (let i = zetaTerms.length - 1; i >= 0; i -= 1) sum = sum * e + (zetaTerms[i] ?? 0);
  return e * (oneMinusEulerGamma + e * sum);
}
