/**
 * What one day adds up to over replications: the estimated effect, by the end of that day. Each block has
 * its own mean and quantiles; what is kept are their sums, each times the block's number of estimates, so
 * that a run of any length is a few numbers a day. The run's quantile is the mean of the blocks'.
 */
export interface DaySums {
  /** Replications with an estimate: both variants had at least one unit. */
  readonly estimates: number;
  readonly mean: number;
  /** Of the 2.5 % and the 97.5 % quantile. */
  readonly low: number;
  readonly high: number;
}

/**
 * What is kept of consecutive blocks of replications: plain JSON, so that it can be sent, stored and added
 * to later. Blocks are added one by one in their order, which makes the sums the same to the last bit
 * whoever computed them, and after a pause.
 */
export interface BlockSums {
  readonly firstBlock: number;
  readonly blocks: number;
  readonly replications: number;
  /** Replications in which the test found the planned effect. */
  readonly detections: number;
  readonly unitsDrawn: number;
  readonly days: readonly DaySums[];
}

/** Adds the next block. Throws RangeError if it is not the next one. */
export function appendBlock(before: BlockSums, block: BlockSums): BlockSums {
  if (block.blocks !== 1 || block.firstBlock !== before.firstBlock + before.blocks) {
    throw new RangeError(
      `Block ${block.firstBlock} does not follow block ${before.firstBlock + before.blocks - 1}.`,
    );
  }
  return {
    firstBlock: before.firstBlock,
    blocks: before.blocks + 1,
    replications: before.replications + block.replications,
    detections: before.detections + block.detections,
    unitsDrawn: before.unitsDrawn + block.unitsDrawn,
    days: before.days.map((day, i) => addDay(day, block.days[i])),
  };
}

function addDay(day: DaySums, next: DaySums | undefined): DaySums {
  if (next === undefined) throw new RangeError('The blocks are not of the same run.');
  return {
    estimates: day.estimates + next.estimates,
    mean: day.mean + next.mean,
    low: day.low + next.low,
    high: day.high + next.high,
  };
}

/** Puts blocks that came in any order together, from block 0 to before the first gap; null without block 0. */
export function joinBlocks(sums: readonly BlockSums[]): BlockSums | null {
  const ordered = [...sums].sort((a, b) => a.firstBlock - b.firstBlock);
  const [first, ...others] = ordered;
  if (first === undefined || first.firstBlock !== 0) return null;
  let joined = first;
  for (const block of others) {
    if (block.firstBlock !== joined.blocks) break;
    joined = appendBlock(joined, block);
  }
  return joined;
}
