/** How far above a first guess the search begins, as a share of it (and 15 more). */
const searchAbove = 0.03;

/**
 * The smallest whole number from which on there is always enough, as far as it was looked: from well above a guess
 * downward to the first that is too little. Infinity where it is above `most`.
 */
export function smallestLasting(
  enough: (n: number) => boolean,
  { guess, most }: { readonly guess: number; readonly most: number },
): number {
  let n = Math.ceil(guess * (1 + searchAbove)) + 15;
  while (!enough(n)) {
    if (n > most) return Infinity;
    n = Math.ceil(n * 1.2);
  }
  while (n > 1 && enough(n - 1)) n -= 1;
  return n > most ? Infinity : n;
}
