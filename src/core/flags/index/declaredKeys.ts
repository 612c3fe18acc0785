import type { FileFacts } from '../../model/fileFacts';
import { sdkRulePacks } from '../reads/registry';

/** Keys that definitions of the workspace declare, each with the first SDK that can use its format. */
export function declaredKeys(files: readonly FileFacts[]): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  for (const { key, format } of files.flatMap(({ definitions }) => definitions)) {
    const sdk = sdkRulePacks.find(({ definitionFormats }) => definitionFormats.includes(format));
    if (sdk && !keys.has(key)) keys.set(key, sdk.id);
  }
  return keys;
}
