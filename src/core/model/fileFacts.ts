import type { Diagnostic } from './diagnostic';
import type { FlagDefinition } from './flagDefinition';
import type { FlagRead, UnresolvedRead } from './flagRead';

/** All that one file says about flags. */
export interface FileFacts {
  readonly file: string;
  readonly reads: readonly FlagRead[];
  readonly unresolved: readonly UnresolvedRead[];
  readonly definitions: readonly FlagDefinition[];
  readonly diagnostics: readonly Diagnostic[];
}
