import type { Flag } from '../../model/flag';
import type { UnresolvedRead } from '../../model/flagRead';

/**
 * Calls whose key is not known and may be the flag's: those whose key begins and ends as the flag's does. Of a flag that
 * nothing else reads, also those of whose key nothing can be said.
 */
export function openReadsFor(
  { key, reads }: Flag,
  unresolved: readonly UnresolvedRead[],
): readonly UnresolvedRead[] {
  return unresolved.filter(({ keyPattern }) => {
    if (keyPattern === undefined) return reads.length === 0;
    const { begins, ends } = keyPattern;
    if (begins === '' && ends === '') return reads.length === 0;
    return (
      key.length >= begins.length + ends.length && key.startsWith(begins) && key.endsWith(ends)
    );
  });
}
