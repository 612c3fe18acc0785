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

/** Launches that a rule ended, by look and reason; those in none of them ended at the last look without a result. */
export interface StopSums {
  readonly success: readonly number[];
  readonly wrong: readonly number[];
  readonly futility: readonly number[];
}

/** The estimates at the ends of launches. */
export interface EstimateSums {
  /** Launches by bin: all, and those with a significant result. */
  readonly all: readonly number[];
  readonly significant: readonly number[];
  readonly count: number;
  readonly sum: number;
  readonly squares: number;
  /** Of the significant ones: their number, sizes, squared sizes, and how many have the wrong sign. */
  readonly found: number;
  readonly foundSizes: number;
  readonly foundSquares: number;
  readonly wrongSign: number;
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
  /** Replications in which the plan's rule found the planned effect. */
  readonly detections: number;
  readonly unitsDrawn: number;
  readonly days: readonly DaySums[];
  /** A row a rule: the plan's own, daily peeking, then those compared. */
  readonly rules: readonly { readonly effect: StopSums; readonly none: StopSums }[];
  /** Launches without effect that 2, 5, 10 and 20 looks at the usual bound call significant. */
  readonly peeks: readonly number[];
  readonly estimates: EstimateSums;
  readonly guardrails: readonly { readonly hurt: number; readonly held: number }[];
  readonly ratioAlarms: number;
  /** Launches of the power curve, and those found at each size. */
  readonly curve: { readonly replications: number; readonly found: readonly number[] };
}

type Numbers = number | readonly Numbers[] | { readonly [key: string]: Numbers };

/** Adds number to number through arrays and objects of the same shape. Throws RangeError where they are not. */
function added(one: Numbers, other: Numbers | undefined): Numbers {
  if (typeof one === 'number' && typeof other === 'number') return one + other;
  if (Array.isArray(one) && Array.isArray(other) && one.length === other.length) {
    return (one as readonly Numbers[]).map((each, i) => added(each, (other as Numbers[])[i]));
  }
  const isPair =
    typeof one === 'object' &&
    typeof other === 'object' &&
    !Array.isArray(one) &&
    !Array.isArray(other);
  if (!isPair) throw new RangeError('The blocks are not of the same run.');
  const second = other as { readonly [key: string]: Numbers };
  return Object.fromEntries(
    Object.entries(one).map(([key, value]) => [key, added(value, second[key])]),
  );
}

/** Adds the next block. Throws RangeError if it is not the next one, or of another run. */
export function appendBlock(before: BlockSums, block: BlockSums): BlockSums {
  if (block.blocks !== 1 || block.firstBlock !== before.firstBlock + before.blocks) {
    throw new RangeError(
      `Block ${block.firstBlock} does not follow block ${before.firstBlock + before.blocks - 1}.`,
    );
  }
  const sums = added(before as unknown as Numbers, block as unknown as Numbers);
  return { ...(sums as unknown as BlockSums), firstBlock: before.firstBlock };
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
