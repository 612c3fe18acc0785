import type { FlagRead } from '../../model/flagRead';
import { camelCase } from '../reads/camelCase';
import type { FlagScopes } from './flagScopes';
import type { LinkedRead } from './linkReads';

/** Keys that have the same form in camel case, by SDK and that form, in one scope (or in all: `*`). */
function groupKey(sdk: string, scope: string, form: string): string {
  return JSON.stringify([sdk, scope, form]);
}

function knownKeys(
  reads: readonly LinkedRead[],
  scopes: FlagScopes,
): ReadonlyMap<string, ReadonlySet<string>> {
  const known = new Map<string, Set<string>>();
  for (const { read, isCamelCase } of reads) {
    if (isCamelCase) continue;
    for (const scope of [scopes.scopeOf(read.file), '*']) {
      const group = groupKey(read.sdk, scope, camelCase(read.key));
      known.set(group, (known.get(group) ?? new Set()).add(read.key));
    }
  }
  return known;
}

function only(keys: ReadonlySet<string> | undefined): string | null {
  return keys?.size === 1 ? ([...keys][0] ?? null) : null;
}

/**
 * The keys behind properties in camel case (`useFlags().newSearch`). The one key that other reads of the same SDK give
 * in full and that has this form is meant, first in the same scope, then anywhere. Where there is none, or more than
 * one, the property's own name stands for the key. Either way `via` says that the key was taken from such a property.
 */
export function keysBehindCamelCase(
  reads: readonly LinkedRead[],
  scopes: FlagScopes,
): readonly FlagRead[] {
  const known = knownKeys(reads, scopes);
  return reads.map(({ read, isCamelCase }) => {
    if (!isCamelCase) return read;
    const scope = scopes.scopeOf(read.file);
    const key =
      only(known.get(groupKey(read.sdk, scope, read.key))) ??
      only(known.get(groupKey(read.sdk, '*', read.key))) ??
      read.key;
    const couldDiffer = key !== read.key || /[A-Z0-9]/.test(read.key);
    if (!couldDiffer) return read;
    const span = read.keySpan ?? read.span;
    const step = { kind: 'camel-case', name: read.key, file: read.file, span } as const;
    return { ...read, key, keySpan: null, via: [...read.via, step] };
  });
}
