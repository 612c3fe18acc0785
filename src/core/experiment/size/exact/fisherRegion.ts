import { exp } from '../../../stats/elementary/exp';
import { logBinomialMass } from '../../../stats/distributions/logBinomialMass';

/** Where Fisher's test rejects, given the sum of successes: treatment's successes up to `low`, or from `high` on. */
export interface FisherRegion {
  readonly low: number;
  readonly high: number;
}

/** Tables as likely as the seen one but for rounding count as equally likely, as in R. */
const asLikely = 1 + 1e-7;
/** Masses below this share of the largest change no digit. */
const negligible = 1e-22;

/** Masses of the hypergeometric distribution of treatment's successes, where they are not negligible. */
function conditionalMasses(n1: number, n2: number, sum: number) {
  const least = Math.max(0, sum - n1);
  const most = Math.min(sum, n2);
  const mode = Math.min(most, Math.max(least, Math.floor(((sum + 1) * (n2 + 1)) / (n1 + n2 + 2))));
  const share = Math.min(Math.max(sum / (n1 + n2), 1e-12), 1 - 1e-12);
  const peak = exp(
    logBinomialMass(mode, n2, share) +
      logBinomialMass(sum - mode, n1, share) -
      logBinomialMass(sum, n1 + n2, share),
  );
  const below: number[] = [];
  for (let x = mode, mass = peak; x > least && mass > negligible * peak; x -= 1) {
    mass *= (x * (n1 - sum + x)) / ((n2 - x + 1) * (sum - x + 1));
    below.push(mass);
  }
  const masses = [...below.reverse(), peak];
  for (let x = mode, mass = peak; x < most && mass > negligible * peak; x += 1) {
    mass *= ((n2 - x) * (sum - x)) / ((x + 1) * (n1 - sum + x + 1));
    masses.push(mass);
  }
  return { first: mode - below.length, masses };
}

/**
 * Rejection region of Fisher's exact test for one sum of successes. Two sides: all tables at most as likely as the
 * seen one, together at most `level` (R's rule); one side: the tail in the direction of `sign`.
 *
 * Source: Fisher, Statistical Methods for Research Workers, 5th edition 1934; R fisher.test.
 */
export function fisherRegion(
  { n1, n2, sum }: { readonly n1: number; readonly n2: number; readonly sum: number },
  test: { readonly level: number; readonly sides: 1 | 2; readonly sign: 1 | -1 },
): FisherRegion {
  const { first, masses } = conditionalMasses(n1, n2, sum);
  // A little room for rounding, as in comparing a p-value with its level.
  const level = test.level * (1 + 1e-10);
  let left = 0;
  let right = masses.length - 1;
  let used = 0;
  const canLeft = test.sides === 2 || test.sign < 0;
  const canRight = test.sides === 2 || test.sign > 0;
  const atLeft = (i: number): number => (canLeft ? (masses[i] ?? Infinity) : Infinity);
  const atRight = (i: number): number => (canRight ? (masses[i] ?? Infinity) : Infinity);
  while (left <= right) {
    const bound = Math.min(atLeft(left), atRight(right)) * asLikely;
    let next = used;
    let [toLeft, toRight] = [left, right];
    while (toLeft <= right && atLeft(toLeft) <= bound) next += masses[toLeft++] ?? 0;
    while (toRight >= toLeft && atRight(toRight) <= bound) next += masses[toRight--] ?? 0;
    if (next > level) break;
    [left, right, used] = [toLeft, toRight, next];
  }
  // What lies beyond the window is less likely than all in it.
  return {
    low: canLeft ? first + left - 1 : -1,
    high: canRight ? first + right + 1 : n2 + 1,
  };
}
