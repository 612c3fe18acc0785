import { normalCdf } from '../../stats/distributions/normalCdf';
import { exp } from '../../stats/elementary/exp';
import { log } from '../../stats/elementary/log';
import { gaussLegendre } from '../../stats/special/gaussLegendre';
import { stirlingError } from '../../stats/special/stirlingError';

/** Panels of 32 nodes over the range of the estimated deviation. */
const panels = 6;

/**
 * Power of two one-sided t tests: both reject, that is |estimate| + critical · estimated standard error < margin.
 *
 * Formula: E[(Φ((margin - effect)/se - t S) - Φ((-margin - effect)/se + t S))₊] over S² = chi-square / df, an
 * integral over S where the bracket is positive.
 * Source: Phillips, Journal of Pharmacokinetics and Biopharmaceutics 18, 1990, 137-144 (there by Owen's Q).
 * Range: df > 0, standardError > 0. Accuracy reached: 1e-10 absolute.
 */
export function equivalenceTPower(test: {
  readonly effect: number;
  readonly margin: number;
  readonly standardError: number;
  readonly df: number;
  readonly critical: number;
}): number {
  const { effect, margin, standardError, df, critical } = test;
  const upper = (margin - effect) / standardError;
  const lower = (-margin - effect) / standardError;
  // Beyond it the estimate would have to be between ends that have crossed.
  const crossing = (upper - lower) / (2 * critical);
  const spread = 9 / Math.sqrt(2 * df);
  const low = Math.max(0, 1 - spread);
  const high = Math.min(crossing, df < 40 ? 1 + 3 * spread : 1 + spread);
  if (!(high > low)) return 0;
  const half = df / 2;
  // Density of S: 2 (df/2)^(df/2) / Γ(df/2) s^(df-1) e^(-df s²/2), with Stirling's formula for the constant.
  const constant = Math.sqrt(half / (2 * Math.PI)) * 2 * exp(-stirlingError(half));
  const density = (s: number): number =>
    s > 0 ? (constant / s) * exp(half * (2 * log(s) + 1 - s * s)) : 0;
  const integrand = (s: number): number =>
    density(s) * (normalCdf(upper - critical * s) - normalCdf(lower + critical * s));
  let sum = 0;
  for (let i = 0; i < panels; i += 1) {
    const from = low + ((high - low) * i) / panels;
    sum += gaussLegendre(integrand, from, low + ((high - low) * (i + 1)) / panels);
  }
  return Math.min(1, Math.max(0, sum));
}
