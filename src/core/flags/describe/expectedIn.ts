import type { Flag } from '../../model/flag';
import type { FlagRead } from '../../model/flagRead';
import { sdkRulePacks } from '../reads/registry';

/**
 * Definition files that should hold the flag's key and do not: those of its scope, or of a scope around it, in a format that
 * the read's SDK reads. Empty where the flag is defined, and where there are none, as where definitions live on a vendor's server.
 */
export function expectedIn(
  { definitions, definitionFiles }: Flag,
  { sdk }: FlagRead,
): readonly string[] {
  if (definitions.length > 0) return [];
  const formats = sdkRulePacks.find(({ id }) => id === sdk)?.definitionFormats ?? [];
  return definitionFiles.filter(({ format }) => formats.includes(format)).map(({ file }) => file);
}
