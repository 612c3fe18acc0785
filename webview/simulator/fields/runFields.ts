import type { NumberFormat } from './numberFormat';

/** Seeds are unsigned 32-bit numbers. */
export const seedFormat: NumberFormat = {
  places: 0,
  unit: '',
  limits: { from: 0, to: 2 ** 32 - 1, whole: true },
};

/** Below 100 the interval says nothing; a million gives a power to 0.1 points. */
export const replicationsFormat: NumberFormat = {
  places: 0,
  unit: '',
  limits: { from: 100, to: 1_000_000, whole: true },
};
