import type { FlagDefinition } from '../../model/flagDefinition';
import { definitionMeaning } from './definitionMeaning';
import { definitionId } from './pastOfVersions';

/** Equal for definitions of one flag in one file that mean the same. */
export function definitionSense(definition: FlagDefinition): string {
  return JSON.stringify([definition.file, definitionId(definition), definitionMeaning(definition)]);
}
