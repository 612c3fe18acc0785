import type { Flag } from '../../model/flag';
import type { FlagFinding } from '../../model/flagFinding';

/** All that a rule may look at beside the flag in question. */
export interface FindingContext {
  /** Every key that definitions in a file define. */
  keysIn(file: string): readonly string[];
}

/** One kind of thing to be said about flags. */
export interface FindingRule {
  /** Stable, documented: the `code` of its findings. */
  readonly id: string;
  /** In few words, for people. */
  readonly name: string;
  find(flag: Flag, context: FindingContext): readonly FlagFinding[];
}
