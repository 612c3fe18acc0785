import { commonDefault } from '../../core/flags/definitions/commonDefault';
import type { Flag } from '../../core/model/flag';
import type { FlagRead } from '../../core/model/flagRead';
import type { JsonValue } from '../../core/model/json';

/** An OpenFeature manifest of flags that are read and not defined, and the keys that it cannot hold. */
export interface ManifestDraft {
  readonly text: string;
  readonly leftOut: readonly string[];
}

const schema =
  'https://raw.githubusercontent.com/open-feature/cli/main/schema/v0/flag-manifest.json';

function flagTypeOf(value: JsonValue): string | null {
  // Whole numbers too: a default of 1 does not say that 1.5 is never served.
  if (typeof value === 'number') return 'float';
  if (typeof value === 'object') return value === null || Array.isArray(value) ? null : 'object';
  return typeof value;
}

/** A first manifest from what the code says. Where the code does not say one default, the flag is left out, not guessed. */
export function manifestFromReads(flags: readonly Flag[]): ManifestDraft {
  const readsOf = new Map<string, FlagRead[]>();
  for (const { key, definitions, reads } of flags) {
    if (definitions.length === 0 && reads.length > 0) {
      readsOf.set(key, [...(readsOf.get(key) ?? []), ...reads]);
    }
  }
  const entries: [string, JsonValue][] = [];
  const leftOut: string[] = [];
  for (const [key, reads] of readsOf) {
    const defaultValue = commonDefault(reads);
    const flagType = defaultValue === undefined ? null : flagTypeOf(defaultValue);
    if (defaultValue === undefined || flagType === null) leftOut.push(key);
    else entries.push([key, { flagType, defaultValue, description: '' }]);
  }
  const text = JSON.stringify({ $schema: schema, flags: Object.fromEntries(entries) }, null, 2);
  return { text: `${text}\n`, leftOut };
}
