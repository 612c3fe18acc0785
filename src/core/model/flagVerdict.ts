import type { JsonValue } from './json';
import type { CommitFact } from './flagHistory';
import type { FilePlace } from './flagRead';

/**
 * Where a flag stands.
 * - `new`: introduced only days ago; - `active`: people get different values;
 * - `launched`: one value for everyone in every environment that files describe; - `inactive`: off for everyone;
 * - `unread`: defined, and no code here reads it; - `unknown`: cannot be known, and the verdict says why.
 */
export type FlagLifeState = 'new' | 'active' | 'launched' | 'inactive' | 'unread' | 'unknown';

/**
 * What is to be done.
 * - `remove`: take it out of the code, keeping one value; then archive it; - `archive`: only its definition is left;
 * - `ask`: something is to be done, and a person has to decide what; - `none`.
 */
export type FlagAction = 'none' | 'remove' | 'archive' | 'ask';

/** What stands in the way. `rule` is the id of the block. */
export interface FlagBlocker {
  readonly rule: string;
  /** A sentence. */
  readonly message: string;
}

/** What the code keeps once the flag is gone. `ask`: it cannot be known, and why. */
export type KeptValue =
  | { readonly kind: 'value'; readonly variant: string | null; readonly value: JsonValue }
  | { readonly kind: 'ask'; readonly reason: string };

/** Why something is to be done or said. `rule` is the id of the stale rule. */
export interface FlagReason {
  readonly rule: string;
  readonly message: string;
  /** What is to be done if it were for this reason alone. */
  readonly wants: FlagAction;
}

/** What a verdict rests on. */
export interface FlagEvidence {
  readonly definitions: readonly (FilePlace & { readonly environment: string })[];
  readonly introduced: CommitFact | null;
  readonly lastChange: CommitFact | null;
  /** The commit that made it one value for everyone, of several environments the latest. */
  readonly oneSidedSince: CommitFact | null;
  /** Whole days since then; null where it is not one-sided or that cannot be known. */
  readonly oneSidedDays: number | null;
  readonly reads: { readonly source: number; readonly test: number };
  readonly lastMention: CommitFact | null;
  readonly confidence: 'high' | 'medium' | 'low';
  /** What cannot be known and could change the verdict, as sentences. While there is any, nothing is to be removed unasked. */
  readonly unknown: readonly string[];
}

/** What is to be said about one flag's life: each thing in a field of its own. */
export interface FlagVerdict {
  readonly key: string;
  readonly scope: string;
  readonly state: FlagLifeState;
  readonly action: FlagAction;
  readonly keep: KeptValue;
  readonly blockers: readonly FlagBlocker[];
  readonly reasons: readonly FlagReason[];
  readonly evidence: FlagEvidence;
}
