import type { FileDiagnostic } from './diagnostic';
import type { Span } from './position';

/** Another place that a finding speaks of. */
export interface RelatedPlace {
  readonly file: string;
  readonly span: Span;
  /** What is there, as a short sentence. */
  readonly message: string;
}

/** Something to be said about one flag, at a definition or a read of it. */
export interface FlagFinding extends FileDiagnostic {
  readonly key: string;
  readonly scope: string;
  /** Of a key that nothing defines: the defined one that was probably meant; else null. */
  readonly suggestion: string | null;
  readonly related: readonly RelatedPlace[];
}
