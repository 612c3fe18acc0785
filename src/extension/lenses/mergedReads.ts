import type { FlagRead } from '../../core/model/flagRead';

/** Of the reads of one key that begin on one line only the first: one lens says it for all. */
export function mergeReadsOnLines(reads: readonly FlagRead[]): readonly FlagRead[] {
  const seen = new Set<string>();
  return reads.filter((read) => {
    const place = `${read.span.start.line} ${read.key}`;
    if (seen.has(place)) return false;
    seen.add(place);
    return true;
  });
}
