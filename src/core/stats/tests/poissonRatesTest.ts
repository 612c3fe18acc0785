import { betaQuantile } from '../distributions/betaQuantile';
import { binomialCdf } from '../distributions/binomialCdf';
import { binomialPmf } from '../distributions/binomialPmf';
import { binomialUpperTail } from '../distributions/binomialUpperTail';

/** Events of two groups in the time (or among the units) that they were watched. */
export interface TwoRates {
  readonly controlEvents: number;
  readonly controlExposure: number;
  readonly treatmentEvents: number;
  readonly treatmentExposure: number;
}

/** p-values by alternative: the treatment's rate is higher, lower, either. */
export interface PoissonRatesResult {
  readonly greater: number;
  readonly less: number;
  readonly twoSided: number;
}

const tie = 1 + 1e-7;

/**
 * Exact comparison of two Poisson rates: given all events, those of treatment are binomial. Two-sided: all counts no more
 * likely than the one that is there.
 *
 * Source: Przyborowski and Wilenski, Biometrika 31, 1940; R, poisson.test. `ratio` is the rate ratio refuted, usually 1.
 */
export function poissonRatesTest(rates: TwoRates, ratio = 1): PoissonRatesResult {
  const total = rates.controlEvents + rates.treatmentEvents;
  const weight = rates.treatmentExposure * ratio;
  const share = weight / (weight + rates.controlExposure);
  const x = rates.treatmentEvents;
  const less = binomialCdf(x, total, share);
  const greater = x === 0 ? 1 : binomialUpperTail(x - 1, total, share);
  const mass = binomialPmf(x, total, share) * tie;
  const mode = Math.min(total, Math.floor((total + 1) * share));
  const isRare = (k: number): boolean => binomialPmf(k, total, share) <= mass;
  if (isRare(mode)) return { greater, less, twoSided: 1 };
  if (x < mode) {
    const from = bisect(mode, total + 1, isRare);
    const other = from > total ? 0 : binomialUpperTail(from - 1, total, share);
    return { greater, less, twoSided: Math.min(1, less + other) };
  }
  const to = -bisect(-mode, 1, (k) => isRare(-k));
  const other = to < 0 ? 0 : binomialCdf(to, total, share);
  return { greater, less, twoSided: Math.min(1, greater + other) };
}

/** Exact (Clopper-Pearson) interval of treatment's rate over control's; `tail` is the chance on each side. */
export function poissonRatioInterval(
  rates: TwoRates,
  tail: number,
): { readonly low: number; readonly high: number } {
  const { controlEvents: a, treatmentEvents: b } = rates;
  const scale = rates.controlExposure / rates.treatmentExposure;
  // Odds from the quantile of each share, so that none is lost to 1 - something near 1.
  const low = b === 0 ? 0 : betaQuantile(tail, b, a + 1);
  const high = a === 0 ? 0 : betaQuantile(tail, a, b + 1);
  return {
    low: (low / (1 - low)) * scale,
    high: a === 0 ? Infinity : ((1 - high) / high) * scale,
  };
}

function bisect(from: number, to: number, holds: (k: number) => boolean): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
