import { log } from '../elementary/log';

/** Numerator and denominator of a rational approximation, highest power first. */
interface Rational {
  readonly numerator: readonly number[];
  readonly denominator: readonly number[];
}

/** In 0.180625 - (p - ½)², for |p - ½| <= 0.425. */
const body: Rational = {
  numerator: [
    2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946,
    1971.5909503065513, 133.14166789178438, 3.3871328727963665,
  ],
  denominator: [
    5226.495278852854, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751,
    687.1870074920579, 42.31333070160091, 1,
  ],
};

/** In √(-ln tail) - 1.6, for tails from 0.075 down to e^-25. */
const nearTail: Rational = {
  numerator: [
    0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684,
    3.6478483247632045, 5.769497221460691, 4.630337846156546, 1.4234371107496835,
  ],
  denominator: [
    1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008,
    0.6897673349851, 1.6763848301838038, 2.053191626637759, 1,
  ],
};

/** In √(-ln tail) - 5, for smaller tails. */
const farTail: Rational = {
  numerator: [
    2.0103343992922881e-7, 2.7115555687434876e-5, 0.0012426609473880784, 0.026532189526576124,
    0.29656057182850487, 1.7848265399172913, 5.463784911164114, 6.657904643501103,
  ],
  denominator: [
    2.0442631033899397e-15, 1.421511758316446e-7, 1.8463183175100548e-5, 0.0007868691311456133,
    0.014875361290850615, 0.1369298809227358, 0.599832206555888, 1,
  ],
};

function polynomial(coefficients: readonly number[], x: number): number {
  let sum = 0;
  for (const coefficient of coefficients) sum = sum * x + coefficient;
  return sum;
}

function ratio({ numerator, denominator }: Rational, x: number): number {
  return polynomial(numerator, x) / polynomial(denominator, x);
}

/**
 * Quantile of the standard normal distribution: z with P(Z <= z) = probability. For an upper tail q
 * take -normalQuantile(q), not normalQuantile(1 - q), which would lose the digits of a small q.
 *
 * Formula: three rational approximations.
 * Source: Wichura, Algorithm AS 241 (PPND16), Applied Statistics 37, 1988, 477-484.
 * Range: 0 <= probability <= 1 (infinite at the ends, NaN outside), down to 5e-324. Accuracy reached:
 * 1e-15 relative.
 */
export function normalQuantile(probability: number): number {
  if (!(probability >= 0 && probability <= 1)) return NaN;
  if (probability === 0) return -Infinity;
  if (probability === 1) return Infinity;
  const centred = probability - 0.5;
  if (Math.abs(centred) <= 0.425) return centred * ratio(body, 0.180625 - centred * centred);
  const tail = centred < 0 ? probability : 1 - probability;
  const depth = Math.sqrt(-log(tail));
  const z = depth <= 5 ? ratio(nearTail, depth - 1.6) : ratio(farTail, depth - 5);
  return centred < 0 ? -z : z;
}
