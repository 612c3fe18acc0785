import type { DefinitionFormat } from './definitionFormat';
import { flagd } from './flagd';
import { openfeatureManifest } from './openfeatureManifest';

/** Every definition format that is read, in the order in which they are tried. */
export const definitionFormats: readonly DefinitionFormat[] = [flagd, openfeatureManifest];
