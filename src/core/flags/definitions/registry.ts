import type { Reading } from '../../model/diagnostic';
import type { FlagDefinition } from '../../model/flagDefinition';
import type { DefinitionFormat } from './definitionFormat';
import { flagd } from './flagd/flagd';
import { openfeatureManifest } from './openfeatureManifest';

/** All definition formats, in the order in which a file is offered to them. */
export const definitionFormats: readonly DefinitionFormat[] = [flagd, openfeatureManifest];

/** What a definition file says: `format` is the id of the first format that takes it. */
export interface DefinitionFile extends Reading<readonly FlagDefinition[]> {
  readonly format: string;
}

/** Whether a file of this name may define flags: asked before it is read. */
export function mayHoldDefinitions(file: string): boolean {
  return definitionFormats.some((format) => format.mayBe(file));
}

/** The format that a file's name alone says it is in; null where only its text can say. */
export function formatNamedBy(file: string): string | null {
  return definitionFormats.find((format) => format.isNamedAs(file))?.id ?? null;
}

/** The flags a file defines; null where it is no definition file of any format. Never throws. */
export function readDefinitions(file: string, text: string): DefinitionFile | null {
  for (const format of definitionFormats) {
    const reading = format.mayBe(file) ? format.read(file, text) : null;
    if (reading !== null) return { ...reading, format: format.id };
  }
  return null;
}
