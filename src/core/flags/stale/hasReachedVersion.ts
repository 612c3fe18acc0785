interface Parts {
  readonly numbers: readonly number[];
  readonly prerelease: string;
}

function partsOf(version: string): Parts | null {
  const [, numbers, prerelease = ''] =
    /^v?(\d+(?:\.\d+){0,3})(?:[-.]?([A-Za-z][\w.-]*|-[\w.-]+))?(?:\+.*)?$/.exec(version.trim()) ??
    [];
  return numbers === undefined ? null : { numbers: numbers.split('.').map(Number), prerelease };
}

/**
 * Whether a product of version `reached` has come to the milestone `wanted` (`19.7` is reached by `19.7.0`, not by
 * `19.7.0-rc1`); null where one of them is no version.
 */
export function hasReachedVersion(reached: string, wanted: string): boolean | null {
  const own = partsOf(reached);
  const other = partsOf(wanted);
  if (!own || !other) return null;
  const length = Math.max(own.numbers.length, other.numbers.length);
  for (let index = 0; index < length; index++) {
    const difference = (own.numbers[index] ?? 0) - (other.numbers[index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return own.prerelease === '' || own.prerelease === other.prerelease;
}
