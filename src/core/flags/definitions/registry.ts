import type { Reading } from '../../model/diagnostic';
import type { FlagDefinition } from '../../model/flagDefinition';
import {
  definitionFileNames,
  formatNamedBy,
  unknownFormat,
  type DefinitionFileName,
} from './definitionFileNames';
import type { DefinitionFormat } from './definitionFormat';
import { definitionSource, type DefinitionSource } from './definitionSource';
import { flagd } from './flagd/flagd';
import { goFeatureFlag } from './goFeatureFlag/goFeatureFlag';
import { growthbook } from './growthbook/growthbook';
import { launchdarklyFile } from './launchdarklyFile/launchdarklyFile';
import { microsoftFeatureManagement } from './microsoftFeatureManagement/microsoftFeatureManagement';
import { openfeatureManifest } from './openfeatureManifest';
import { unleash } from './unleash/unleash';

/** All definition formats, in the order in which a file is offered to them. */
export const definitionFormats: readonly DefinitionFormat[] = [
  flagd,
  openfeatureManifest,
  goFeatureFlag,
  unleash,
  launchdarklyFile,
  microsoftFeatureManagement,
  growthbook,
];

/** What a definition file says: `format` is the id of the first format that takes it. */
export interface DefinitionFile extends Reading<readonly FlagDefinition[]> {
  readonly format: string;
}

function isMarked(format: DefinitionFormat, { file, text }: DefinitionSource): boolean {
  const { mayBe, isNamedAs }: DefinitionFileName = definitionFileNames[format.id];
  return mayBe.test(file) && ((isNamedAs?.test(file) ?? false) || format.mark.test(text));
}

/**
 * The flags a file defines; null where it is no definition file of any format. A file whose name speaks of flags, whose text has
 * the mark of a format, and whose text cannot be read is of the format `unknown`. Never throws.
 */
export function readDefinitions(file: string, text: string): DefinitionFile | null {
  const source = definitionSource(file, text);
  const formats = definitionFormats.filter((format) => isMarked(format, source));
  for (const format of formats) {
    const reading = format.read(source);
    if (reading !== null) return { ...reading, format: format.id };
  }
  const mayHoldFlags = formats.length > 0 && formatNamedBy(file) === unknownFormat;
  if (!mayHoldFlags || source.data().value !== null) return null;
  return { value: [], format: unknownFormat, diagnostics: [] };
}
