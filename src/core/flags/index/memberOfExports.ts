import type { SourceExport, SourceFacts } from '../../model/sourceFacts';

/** An export, and whether it was found as a value where a type was asked for. */
export interface FoundExport {
  readonly entry: SourceExport;
  readonly isOtherSpace: boolean;
}

/** What a file itself exports under a name; a class counts as the type of its instances. */
export function memberOfExports(
  source: SourceFacts,
  name: string,
  space: 'value' | 'type',
): FoundExport | null {
  const table = space === 'type' ? source.exportedTypes : source.exports;
  const own = Object.hasOwn(table, name) ? table[name] : undefined;
  if (own) return { entry: own, isOtherSpace: false };
  if (space === 'value') return null;
  const value = Object.hasOwn(source.exports, name) ? source.exports[name] : undefined;
  return value ? { entry: value, isOtherSpace: true } : null;
}
