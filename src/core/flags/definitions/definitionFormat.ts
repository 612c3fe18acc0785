import type { Reading } from '../../model/diagnostic';
import type { FlagDefinition } from '../../model/flagDefinition';

/** A kind of flag definition file. */
export interface DefinitionFormat {
  /** Stable id: `flagd`. */
  readonly id: string;
  /** As people call it: `flagd`. */
  readonly name: string;
  /** Whether a file of this name may be one: asked before it is read. */
  mayBe(file: string): boolean;
  /** Whether the name alone says that it is one. */
  isNamedAs(file: string): boolean;
  /** Its definitions; null where the text shows that it is a file of something else. Never throws. */
  read(file: string, text: string): Reading<readonly FlagDefinition[]> | null;
}
