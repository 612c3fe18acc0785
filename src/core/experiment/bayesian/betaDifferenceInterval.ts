import { betaCdf } from '../../stats/distributions/betaCdf';
import { normalQuantile } from '../../stats/distributions/normalQuantile';
import { exp } from '../../stats/elementary/exp';
import { log } from '../../stats/elementary/log';
import { logBetaFactor } from '../../stats/special/logBetaFactor';
import { fallingRoot } from '../sequential/fallingRoot';
import { betaIntegral, logitBreaks } from './betaIntegral';
import type { BetaPosterior } from './betaPosterior';

/** Bounds of an interval that holds with a stated probability. */
export interface CredibleInterval {
  readonly low: number;
  readonly high: number;
}

/**
 * Equal-tailed credible interval of the difference of shares, treatment less control.
 *
 * Formula: quantiles of P(treatment - control <= d) = ∫ f_control(x) P(treatment <= x + d) dx.
 * Range: shapes from 0.5 to 10^8, 0 < probability < 1. Accuracy reached: 1e-10 absolute.
 */
export function betaDifferenceInterval(
  control: BetaPosterior,
  treatment: BetaPosterior,
  probability: number,
): CredibleInterval {
  const tail = (1 - probability) / 2;
  return {
    low: differenceQuantile(control, treatment, tail),
    high: differenceQuantile(control, treatment, 1 - tail),
  };
}

function differenceQuantile(
  control: BetaPosterior,
  treatment: BetaPosterior,
  probability: number,
): number {
  const centre = meanOf(treatment) - meanOf(control);
  const deviation = Math.sqrt(varianceOf(control) + varianceOf(treatment));
  const guess = centre + deviation * normalQuantile(probability);
  return fallingRoot((d) => probability - differenceCdf(control, treatment, d), {
    low: Math.max(-1, guess - 4 * deviation),
    high: Math.min(1, guess + 4 * deviation),
    tolerance: 1e-12,
  });
}

/** P(treatment - control <= d). */
function differenceCdf(control: BetaPosterior, treatment: BetaPosterior, d: number): number {
  const shifted = logitBreaks(treatment).map((u) => {
    const x = 1 / (1 + exp(-u)) - d;
    return x > 0 && x < 1 ? log(x) - log(1 - x) : NaN;
  });
  const { alpha, beta } = control;
  return betaIntegral(
    ({ x, y }) =>
      exp(logBetaFactor(x, y, alpha, beta)) * betaCdf(x + d, treatment.alpha, treatment.beta),
    [...logitBreaks(control), ...shifted],
  );
}

function meanOf({ alpha, beta }: BetaPosterior): number {
  return alpha / (alpha + beta);
}

function varianceOf({ alpha, beta }: BetaPosterior): number {
  const n = alpha + beta;
  return ((alpha / n) * (beta / n)) / (n + 1);
}
