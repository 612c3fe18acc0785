import type { Reading } from '../../model/diagnostic';
import type { FlagDefinition } from '../../model/flagDefinition';

/** A format of flag definition files. A new one is one file and one line of the registry. */
export interface DefinitionFormat {
  readonly id: string;
  /** As people call it: `flagd`. */
  readonly name: string;
  /** A cheap first look: false for a file that certainly is none of this format. */
  mayRead(file: string, text: string): boolean;
  /** The file's definitions in order of position; null where it is not of this format after all. Never throws. */
  read(file: string, text: string): Reading<readonly FlagDefinition[]> | null;
}
