import type { FlagDefinition } from './flagDefinition';
import type { FlagRead } from './flagRead';

/** A definition file, and the format it is in. */
export interface DefinitionFile {
  readonly file: string;
  /** Id of the definition format (registry of core/flags/definitions). */
  readonly format: string;
  /** Read from end to end: of any other file nobody can say what it does not hold. */
  readonly isWhole: boolean;
}

/**
 * A flag is a key within a scope: the nearest package or service folder (`.` for the root). Reads whose SDK can use none of
 * the definitions there are a flag of their own beside it, with the same key and scope and without definitions.
 */
export interface Flag {
  readonly key: string;
  readonly scope: string;
  readonly definitions: readonly FlagDefinition[];
  readonly reads: readonly FlagRead[];
  /**
   * Definition files of the flag's scope and of those around it: where its definition is to be looked for.
   * Empty where nothing here says which flags there are.
   */
  readonly definitionFiles: readonly DefinitionFile[];
}
