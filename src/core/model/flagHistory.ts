/** A commit on the way from the first one to the present state, as people know it. */
export interface CommitFact {
  /** Full hash. */
  readonly commit: string;
  /** The day it came into the branch (committer's date, UTC): `2027-03-01`. */
  readonly day: string;
  readonly author: string;
  /** First line of its message. */
  readonly summary: string;
}

/**
 * What the history of its file says of one definition.
 * - `known`: `introduced` first held the key; `lastChange` last changed who gets it; `oneSidedSince` made it the one value
 *   for everyone that it is now (null where it is not). `settledOn`: the day from which, by a schedule in the definition
 *   itself, that is so; null without schedule.
 * - `uncommitted`: the file differs from the last commit, so the change is as young as can be.
 * - `unknown`: and why, as a sentence.
 */
export type DefinitionPast =
  | {
      readonly kind: 'known';
      readonly introduced: CommitFact;
      readonly lastChange: CommitFact;
      readonly oneSidedSince: CommitFact | null;
      readonly settledOn: string | null;
    }
  | { readonly kind: 'uncommitted' }
  | { readonly kind: 'unknown'; readonly reason: string };

/**
 * When a key that nothing reads any more was last written in source code.
 * - `gone`: that commit took the last mention away; - `never`: no commit ever mentioned it in source code.
 */
export type LastMention =
  | { readonly kind: 'gone'; readonly commit: CommitFact }
  | { readonly kind: 'never' }
  | { readonly kind: 'unknown'; readonly reason: string };

/** The version that a part of the repository says it has. */
export interface ProjectVersion {
  /** Without a leading `v`. */
  readonly version: string;
  /** Where it is said: a file relative to the scanned root, or `git tag v1.2.3`. */
  readonly source: string;
  /** The folder it is said of: `.` for all. */
  readonly folder: string;
}
