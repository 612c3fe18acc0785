import { RandomStream } from '../../stats/random/randomStream';

/** Blocks of a run are numbered below this: beyond are the streams of what else a block draws. */
export const mostRunBlocks = 1 << 18;

/** The random streams of a block: each sort of launch has its own, so that what is drawn of one does not move another. */
export interface LaunchStreams {
  readonly effect: RandomStream;
  readonly none: RandomStream;
  readonly curve: RandomStream;
  /** Guardrails, and variants that are not simulated. */
  readonly aside: RandomStream;
}

export function launchStreams(seed: number, block: number): LaunchStreams {
  const at = (kind: number): RandomStream =>
    RandomStream.ofBlock(seed, kind * mostRunBlocks + block);
  return { effect: at(0), none: at(1), curve: at(2), aside: at(3) };
}

/** The stream of the launch that is shown: from the end of those that no block of a run reaches. */
export function filmStream(seed: number, launch: number): RandomStream {
  return RandomStream.ofBlock(seed, mostRunBlocks - 1 - (launch % (mostRunBlocks / 2)));
}
