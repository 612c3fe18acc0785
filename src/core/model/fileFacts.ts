import type { Diagnostic } from './diagnostic';
import type { FlagDefinition } from './flagDefinition';
import type { KeepComment } from './keepComment';
import type { ProjectFacts } from './projectFacts';
import type { SourceFacts } from './sourceFacts';

/**
 * All that one file says about flags, JSON-safe and independent of every other file.
 * Reads come out of `source` by linking (core/flags/index).
 */
export interface FileFacts {
  readonly file: string;
  /** Null for a file that is no source code. */
  readonly source: SourceFacts | null;
  /** Null for a file that says nothing about module names. */
  readonly project: ProjectFacts | null;
  readonly definitions: readonly FlagDefinition[];
  /** Id of the definition format; null for a file that defines no flags. */
  readonly definitionFormat: string | null;
  readonly diagnostics: readonly Diagnostic[];
  /** Comments that wish to keep flags; undefined where there are none. */
  readonly keeps?: readonly KeepComment[];
}
