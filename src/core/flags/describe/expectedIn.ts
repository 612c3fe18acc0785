import type { Flag } from '../../model/flag';
import type { FlagRead } from '../../model/flagRead';
import { unknownFormat } from '../definitions/definitionFileNames';
import { sdkRulePacks } from '../reads/registry';

/**
 * Definition files that should hold the flag's key and do not: those of its scope, or of a scope around it, in a format that
 * the read's SDK reads. Empty where the flag is defined, where there are none, as where definitions live on a vendor's server, and
 * where one of them could not be read to its end: it may hold the key.
 */
export function expectedIn(
  { definitions, definitionFiles }: Flag,
  { sdk }: FlagRead,
): readonly string[] {
  if (definitions.length > 0) return [];
  const pack = sdkRulePacks.find(({ id }) => id === sdk);
  if (pack === undefined || pack.definedElsewhere) return [];
  const files = definitionFiles.filter(
    ({ format }) => format === unknownFormat || pack.definitionFormats.includes(format),
  );
  return files.every(({ isWhole }) => isWhole) ? files.map(({ file }) => file) : [];
}
