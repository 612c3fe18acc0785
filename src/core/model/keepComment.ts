import type { Span } from './position';

/**
 * A comment `flaglab-keep: until 2027-03-01, reason` in a source or definition file. It speaks of what stands on its own line, or,
 * where it stands alone, on the next line that is no comment.
 */
export interface KeepComment {
  readonly file: string;
  readonly span: Span;
  /** Zero-based: the first and the last line it speaks of. */
  readonly firstLine: number;
  readonly lastLine: number;
  /** `2027-03-01`; null where it names no day. */
  readonly until: string | null;
  /** What stands after `until` and is no day; null where there is none. */
  readonly badUntil: string | null;
  /** Null where it gives none. */
  readonly reason: string | null;
}
