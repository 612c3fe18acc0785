import { hypergeometricCdf } from '../distributions/hypergeometricCdf';
import { hypergeometricPmf } from '../distributions/hypergeometricPmf';
import { hypergeometricUpperTail } from '../distributions/hypergeometricUpperTail';
import type { TwoShares } from './twoShares';

/** Chances of a table as extreme, given its margins: with a higher share of treatment, a lower one, or either. */
export interface FisherResult {
  readonly greater: number;
  readonly less: number;
  readonly twoSided: number;
}

/** Tables as likely as the one that is there, up to rounding: as R has it. */
const tie = 1 + 1e-7;

/**
 * Fisher's exact test. Two-sided: all tables no more likely than the one that is there.
 *
 * Source: Fisher 1935; R, fisher.test. Range: up to some millions of trials; the other tail is found by bisection.
 * Accuracy reached: 1e-11 relative.
 */
export function fisherExactTest(table: TwoShares): FisherResult {
  const parameters = {
    population: table.controlTrials + table.treatmentTrials,
    marked: table.controlSuccesses + table.treatmentSuccesses,
    draws: table.treatmentTrials,
  };
  const { population, marked, draws } = parameters;
  const x = table.treatmentSuccesses;
  const less = hypergeometricCdf(x, parameters);
  const greater = hypergeometricUpperTail(x - 1, parameters);
  const mass = hypergeometricPmf(x, parameters) * tie;
  const least = Math.max(0, draws + marked - population);
  const most = Math.min(draws, marked);
  const mode = Math.floor(((draws + 1) * (marked + 1)) / (population + 2));
  if (hypergeometricPmf(mode, parameters) <= mass) return { greater, less, twoSided: 1 };
  const isRare = (k: number): boolean => hypergeometricPmf(k, parameters) <= mass;
  if (x < mode) {
    const from = firstWhere(mode, most + 1, isRare);
    const other = from > most ? 0 : hypergeometricUpperTail(from - 1, parameters);
    return { greater, less, twoSided: Math.min(1, less + other) };
  }
  const to = -firstWhere(-mode, -least + 1, (k) => isRare(-k));
  const other = to < least ? 0 : hypergeometricCdf(to, parameters);
  return { greater, less, twoSided: Math.min(1, greater + other) };
}

/** The first whole number from `low` on for which it holds, which it does from there on; `high` where there is none below it. */
function firstWhere(from: number, to: number, holds: (k: number) => boolean): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
