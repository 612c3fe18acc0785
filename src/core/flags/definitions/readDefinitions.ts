import type { Reading } from '../../model/diagnostic';
import type { FlagDefinition } from '../../model/flagDefinition';
import { definitionFormats } from './registry';

/** What a definition file says, and its format. */
export interface DefinitionReading extends Reading<readonly FlagDefinition[]> {
  readonly format: string;
}

/** Reads a file with the first format that takes it; null for a file that defines no flags. */
export function readDefinitions(file: string, text: string): DefinitionReading | null {
  for (const format of definitionFormats) {
    const reading = format.mayRead(file, text) ? format.read(file, text) : null;
    if (reading) return { ...reading, format: format.id };
  }
  return null;
}
