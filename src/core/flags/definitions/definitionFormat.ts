import type { Reading } from '../../model/diagnostic';
import type { FlagDefinition } from '../../model/flagDefinition';
import type { DefinitionFormatId } from './definitionFileNames';
import type { DefinitionSource } from './definitionSource';

/** A kind of flag definition file. Which files it uses is said in `definitionFileNames`. */
export interface DefinitionFormat {
  /** Stable id: `flagd`. */
  readonly id: DefinitionFormatId;
  /** As people call it: `flagd`. */
  readonly name: string;
  /** Every text of this format has it somewhere: looked for before the text is parsed. */
  readonly mark: RegExp;
  /** Its definitions; null where the text shows that it is a file of something else. Never throws. */
  read(source: DefinitionSource): Reading<readonly FlagDefinition[]> | null;
}
