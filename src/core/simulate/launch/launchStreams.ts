import { RandomStream } from '../../stats/random/randomStream';

/** Blocks of a run are numbered below this: beyond are the streams of what else a block draws. */
export const mostRunBlocks = 1 << 18;

/**
 * The random streams of a block, made as they are asked for. Each sort of launch has its own, so that what is drawn of one
 * does not move another.
 */
export class LaunchStreams {
  readonly #seed: number;
  readonly #block: number;
  #effect: RandomStream | null = null;
  #none: RandomStream | null = null;
  #curve: RandomStream | null = null;
  #aside: RandomStream | null = null;

  constructor(seed: number, block: number) {
    this.#seed = seed;
    this.#block = block;
  }

  get effect(): RandomStream {
    return (this.#effect ??= this.#stream(0));
  }

  get none(): RandomStream {
    return (this.#none ??= this.#stream(1));
  }

  get curve(): RandomStream {
    return (this.#curve ??= this.#stream(2));
  }

  /** Guardrails, and variants that are not simulated. */
  get aside(): RandomStream {
    return (this.#aside ??= this.#stream(3));
  }

  #stream(sort: number): RandomStream {
    return RandomStream.ofBlock(this.#seed, sort * mostRunBlocks + this.#block);
  }
}

/** The stream of the launch that is shown: from the end of those that no block of a run reaches. */
export function filmStream(seed: number, launch: number): RandomStream {
  return RandomStream.ofBlock(seed, mostRunBlocks - 1 - (launch % (mostRunBlocks / 2)));
}
