/** Spelling differences that do not count: case, `_`, `-`, blanks. */
function normalized(word: string): string {
  return word.toLowerCase().replace(/[\s_-]/g, '');
}

/** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment distance). */
function distance(one: string, other: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1];
      let cost = Math.min(
        last[column]! + 1,
        current[column - 1]! + 1,
        last[column - 1]! + (same ? 0 : 1),
      );
      const swapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (row > 1 && column > 1 && swapped) cost = Math.min(cost, beforeLast[column - 2]! + 1);
      current.push(cost);
    }
    beforeLast = last;
    last = current;
  }
  return last[other.length]!;
}

function isBeginning(start: string, word: string): boolean {
  return start.length >= 3 && word.startsWith(start);
}

/** The candidate most like `word`, or null where none is like it: at most a third of its letters differ, or one begins with the other. The first of equals wins. */
export function closestWord(word: string, candidates: readonly string[]): string | null {
  const wanted = normalized(word).slice(0, 100);
  let best: string | null = null;
  let bestDistance = Infinity;
  for (const candidate of candidates) {
    const against = normalized(candidate);
    if (isBeginning(wanted, against) || isBeginning(against, wanted)) return candidate;
    const limit = Math.floor(Math.max(wanted.length, against.length) / 3);
    if (Math.abs(wanted.length - against.length) > limit) continue;
    const found = distance(wanted, against);
    if (found <= limit && found < bestDistance) {
      best = candidate;
      bestDistance = found;
    }
  }
  return best;
}
