import type { RandomStream } from '../../stats/random/randomStream';

/** What was drawn of a gate's metric for a stretch of time. */
export interface Slice {
  start: number;
  readonly end: number;
  /** Requests, or scrapes of a gauge. */
  count: number;
  /** Bad requests; or requests slower than each limit of the gate, downwards; or the sum of a gauge's scrapes. */
  readonly sums: number[];
}

/**
 * Cuts a slice of counted requests at a moment inside it: it keeps what comes after, what comes before is returned.
 * Which requests fell before is chance, each as likely: the count of bad ones is hypergeometric, drawn one by one.
 */
export function cutSlice(slice: Slice, at: number, stream: RandomStream): Slice {
  const share = (at - slice.start) / (slice.end - slice.start);
  const count = Math.round(slice.count * share);
  let pool = slice.count;
  let chosen = count;
  const sums = slice.sums.map((marked) => {
    // Requests above a higher limit are among those above a lower one: each draw is from the one before.
    chosen = sampleMarked(stream, { pool, chosen, marked });
    pool = marked;
    return chosen;
  });
  const before: Slice = { start: slice.start, end: at, count, sums };
  slice.start = at;
  slice.count -= count;
  sums.forEach((sum, i) => {
    slice.sums[i] = (slice.sums[i] as number) - sum;
  });
  return before;
}

/** How many of `marked` among `pool` are among `chosen` of the pool: hypergeometric, in `marked` steps. */
function sampleMarked(
  stream: RandomStream,
  {
    pool,
    chosen,
    marked,
  }: { readonly pool: number; readonly chosen: number; readonly marked: number },
): number {
  let left = chosen;
  for (let i = 0; i < marked && left > 0; i += 1) {
    if (stream.nextUnit() * (pool - i) < left) left -= 1;
  }
  return chosen - left;
}
