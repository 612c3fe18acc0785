import type { NumberFormat } from './numberFormat';

function whole(low: number, high: number): NumberFormat {
  return {
    places: 0,
    unit: '',
    range: { low, lowExcluded: false, high, highExcluded: false, whole: true },
  };
}

/** Seeds are unsigned 32-bit numbers. */
export const seedFormat = whole(0, 2 ** 32 - 1);

/** Below 100 the interval says nothing; a million gives a power to 0.1 points. */
export const replicationsFormat = whole(100, 1_000_000);

/** Half a 95 % interval, in points: a hundredth of a point takes a hundred million launches. */
export const errorFormat: NumberFormat = {
  places: 2,
  unit: '%',
  range: { low: 0.0001, lowExcluded: false, high: 0.25, highExcluded: false, whole: false },
};
