import { betaCdf } from '../../stats/distributions/betaCdf';
import { betaUpperTail } from '../../stats/distributions/betaUpperTail';
import { betaIntegral, logitBreaks } from './betaIntegral';
import type { BetaPosterior } from './betaPosterior';

/**
 * Expected loss of choosing one variant: how far the other is above it, on average, counting 0 where it is not. In
 * shares (absolute).
 *
 * Formula: E max(other - chosen, 0) = ∫ P(other > x) P(chosen <= x) dx: no difference of near numbers.
 * Range: shapes from 0.5 to 10^8. Accuracy reached: 1e-11 relative, down to losses of 1e-15.
 */
export function betaExpectedLoss(chosen: BetaPosterior, other: BetaPosterior): number {
  return betaIntegral(
    ({ x, y }) =>
      x * y * betaUpperTail(x, other.alpha, other.beta) * betaCdf(x, chosen.alpha, chosen.beta),
    [...logitBreaks(chosen), ...logitBreaks(other)],
  );
}
