import { poissonPmf } from '../../../stats/distributions/poissonPmf';
import type { CountWindow } from './countWindow';

/** Standard deviations on either side of the mean; beyond lies less than 1e-15. */
const halfWidth = 8.5;

/** The window of Poisson(mean), mean > 0: all but 1e-15 of it. */
export function poissonWindow(mean: number): CountWindow {
  // The constant is for the long tail of small means.
  const reach = halfWidth * Math.sqrt(mean) + 25;
  const low = Math.max(0, Math.floor(mean - reach));
  const masses = new Float64Array(Math.ceil(mean + reach) - low + 1);
  const middle = Math.floor(mean);
  masses[middle - low] = poissonPmf(middle, mean);
  for (let k = middle + 1; k < low + masses.length; k += 1) {
    masses[k - low] = ((masses[k - low - 1] as number) * mean) / k;
  }
  for (let k = middle - 1; k >= low; k -= 1) {
    masses[k - low] = ((masses[k - low + 1] as number) * (k + 1)) / mean;
  }
  return { low, masses };
}
