/** What a few roundings can add to or take from a number, as a share of it. */
const roundingNoise = 1e-12;

/** The next whole number, where 28.999999999999996 · 100 is 2,900 and not one less, and 2,900.0000000000005 not one more. */
export function roundedUp(value: number): number {
  return Math.ceil(value * (1 - roundingNoise));
}

/** The whole number below, with the same care. */
export function roundedDown(value: number): number {
  return Math.floor(value * (1 + roundingNoise));
}
