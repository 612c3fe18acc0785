import type { FlagRead } from '../../model/flagRead';
import type { JsonValue } from '../../model/json';

/** The one default that reads give; undefined where they differ, one of them is no literal, or there is none. */
export function commonDefault(reads: readonly FlagRead[]): JsonValue | undefined {
  const values = reads
    .flatMap((read) => read.default ?? [])
    .map((given) => (given.kind === 'literal' ? JSON.stringify(given.value) : undefined));
  const [first] = values;
  if (first === undefined || values.some((value) => value !== first)) return undefined;
  return JSON.parse(first) as JsonValue;
}
