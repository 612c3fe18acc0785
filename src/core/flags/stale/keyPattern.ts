function escaped(keys: readonly string[]): string {
  return [...keys]
    .toSorted((one, other) => other.length - one.length || (one < other ? -1 : 1))
    .map((key) => key.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&'))
    .join('|');
}

/**
 * Finds any of some keys in a text, each as a word of its own: `a-b` is not found in `a-b-c`. The first group is the key. Longer
 * keys are tried first.
 */
export function keyPattern(keys: readonly string[]): RegExp {
  return new RegExp(`(?<![\\w-])(${escaped(keys)})(?![\\w-])`, 'g');
}
