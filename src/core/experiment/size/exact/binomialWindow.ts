import { logBinomialMass } from '../../../stats/distributions/logBinomialMass';
import { exp } from '../../../stats/elementary/exp';
import type { CountWindow } from './countWindow';

/** Standard deviations on either side of the mean; beyond lies less than 1e-15. */
const halfWidth = 8.5;

/** The window of Binomial(trials, probability), 0 < probability < 1: all but 1e-15 of it. */
export function binomialWindow(trials: number, probability: number): CountWindow {
  const mean = trials * probability;
  // The constant is for the long tail of small means.
  const reach = halfWidth * Math.sqrt(mean * (1 - probability)) + 25;
  const low = Math.max(0, Math.floor(mean - reach));
  const high = Math.min(trials, Math.ceil(mean + reach));
  const masses = new Float64Array(high - low + 1);
  const middle = Math.min(high, Math.max(low, Math.floor((trials + 1) * probability)));
  const odds = probability / (1 - probability);
  masses[middle - low] = exp(logBinomialMass(middle, trials, probability));
  for (let k = middle + 1; k <= high; k += 1) {
    masses[k - low] = (masses[k - low - 1] as number) * ((trials - k + 1) / k) * odds;
  }
  for (let k = middle - 1; k >= low; k -= 1) {
    masses[k - low] = ((masses[k - low + 1] as number) * ((k + 1) / (trials - k))) / odds;
  }
  return { low, masses };
}
