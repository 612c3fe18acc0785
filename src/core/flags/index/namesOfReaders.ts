import type { SourceFacts } from '../../model/sourceFacts';
import { languageGroupOf, type LanguageGroup } from './languageGroup';
import type { Readers } from './linkedFile';
import { spanId } from './spanId';

/** Java's, Kotlin's and C#'s accessors are written in two ways: `isNew()`, `getNew()`, and as a property of Kotlin. */
function waysToWrite(name: string, group: LanguageGroup): readonly string[] {
  const property = /^get([A-Z]\w*)$/.exec(name)?.[1];
  if (group !== 'jvm') return [name];
  if (property !== undefined) return [name, property.charAt(0).toLowerCase() + property.slice(1)];
  return [name, `get${name.charAt(0).toUpperCase()}${name.slice(1)}`];
}

/**
 * The names by which calls of readers can be found in other files, by group of languages. A function without a name is
 * reached through those around it.
 */
export function namesOfReaders(
  readers: Readers,
  sourceOf: (file: string) => SourceFacts | null,
): ReadonlyMap<LanguageGroup, ReadonlySet<string>> {
  const names = new Map<LanguageGroup, Set<string>>();
  for (const [id, all] of readers) {
    for (const { file, candidate, owner } of all) {
      const source = sourceOf(file);
      if (!source) continue;
      const place = owner ? spanId(owner.span) : id.slice(id.lastIndexOf('#') + 1);
      const own = source.names?.[place];
      const around = (candidate.within ?? []).flatMap((span) => source.names?.[spanId(span)] ?? []);
      const group = languageGroupOf(source.language);
      const known = names.get(group) ?? new Set();
      names.set(group, known);
      for (const name of own === undefined ? around : waysToWrite(own, group)) known.add(name);
    }
  }
  return names;
}
