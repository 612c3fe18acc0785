const smallestExponent = -1022;
const largestExponent = 1023;

function powersOfTwo(): Float64Array {
  const powers = new Float64Array(largestExponent - smallestExponent + 1);
  powers[-smallestExponent] = 1;
  for (let k = 1; k <= largestExponent; k += 1) {
    powers[k - smallestExponent] = 2 * (powers[k - 1 - smallestExponent] ?? 0);
  }
  for (let k = -1; k >= smallestExponent; k -= 1) {
    powers[k - smallestExponent] = 0.5 * (powers[k + 1 - smallestExponent] ?? 0);
  }
  return powers;
}

/** 2^k for -1022 <= k <= 1023. Filled by doubling and halving, which is exact; `Math.pow` is not bound to be. */
const powers = powersOfTwo();

/**
 * value · 2^exponent.
 *
 * Range: any value, whole `exponent` from -1076 to 2046. Exact, except that a result below 2^-1022
 * (a subnormal number) is rounded once.
 */
export function scaleByPowerOfTwo(value: number, exponent: number): number {
  if (exponent > largestExponent) {
    return scaleByPowerOfTwo(
      value * (powers[largestExponent - smallestExponent] ?? 0),
      exponent - largestExponent,
    );
  }
  if (exponent < smallestExponent) {
    // By 2^-54 last, so that there is one rounding only: what comes before stays a normal number.
    return value * (powers[exponent + 54 - smallestExponent] ?? 0) * 5.551115123125783e-17;
  }
  return value * (powers[exponent - smallestExponent] ?? 0);
}
