import type { SourceFacts } from '../../model/sourceFacts';
import { unnamed } from '../reads/staticValues';
import { quotedKey } from '../reads/shared/quotedKey';
import { languageGroupOf, type LanguageGroup } from './languageGroup';
import type { Reader, Readers } from './linkedFile';
import { spanId } from './spanId';

/** Shorter keys are words of anything. */
const shortestTelling = 8;

/** Java's, Kotlin's and C#'s accessors are written in two ways: `isNew()`, `getNew()`, and as a property of Kotlin. */
function waysToWrite(name: string, group: LanguageGroup): readonly string[] {
  const property = /^get([A-Z]\w*)$/.exec(name)?.[1];
  // C# lets the end of an attribute's name go.
  if (group === 'dotnet') return [name, name.replace(/(?<=.)Attribute$/, '')];
  if (group !== 'jvm') return [name];
  if (property !== undefined) return [name, property.charAt(0).toLowerCase() + property.slice(1)];
  return [name, `get${name.charAt(0).toUpperCase()}${name.slice(1)}`];
}

function namesOf(
  reader: Reader,
  place: string,
  { names = {} }: SourceFacts,
  group: LanguageGroup,
): readonly string[] {
  if (reader.kind === 'stated') {
    const { called, member, rule } = reader;
    const own = member === 'name' ? (rule.key.name ?? '') : '';
    return [...waysToWrite(called, group), ...(isTelling(own) ? [own] : [])];
  }
  const { owner, candidate } = reader;
  const own = names[owner ? spanId(owner.span) : place];
  if (own !== undefined) return waysToWrite(own, group);
  return (candidate.within ?? []).flatMap((span) => names[spanId(span)] ?? []);
}

/** Names under which a file exports the function declared at a place: its own, and those of constants that stand for it. */
function exportedNames({ exports }: SourceFacts, place: string): readonly string[] {
  return Object.entries(exports).flatMap(([exported, { name, value }]) => {
    const inner = unnamed(value);
    const all = inner.kind === 'one-of' ? inner.values.map(unnamed) : [inner];
    const isMeant = all.some(
      (each) => each.kind === 'function' && each.name && spanId(each.name) === place,
    );
    return isMeant ? [exported === 'default' ? name : exported] : [];
  });
}

/** Whether a key is written as no word of a language is: `new_search`, `new-search`, `newSearch`. */
function isTelling(key: string): boolean {
  return (
    key.length >= shortestTelling && /^[\w.:-]+$/.test(key) && /[\w][_.:-][\w]|[a-z][A-Z]/.test(key)
  );
}

/**
 * The names by which calls of readers can be found in other files, by group of languages. A function without a name is
 * reached through those around it. Where they are called with keys, functions that are not known yet are found: so the
 * keys that are read or declared are among the names (`quotedKey`), where they are told from other words.
 */
export function namesOfReaders(
  readers: Readers,
  keys: Iterable<string>,
  sourceOf: (file: string) => SourceFacts | null,
): ReadonlyMap<LanguageGroup, ReadonlySet<string>> {
  const names = new Map<LanguageGroup, Set<string>>();
  for (const [id, all] of readers) {
    for (const reader of all) {
      const cut = id.lastIndexOf('#');
      const source = sourceOf(reader.kind === 'stated' ? id.slice(0, cut) : reader.file);
      if (!source) continue;
      const group = languageGroupOf(source.language);
      const known = names.get(group) ?? new Set();
      names.set(group, known);
      const place = id.slice(cut + 1);
      for (const name of namesOf(reader, place, source, group)) known.add(name);
      if (group !== 'javascript') continue;
      for (const name of exportedNames(source, place)) known.add(name);
    }
  }
  const telling = [...keys].filter(isTelling).map(quotedKey);
  const known = names.get('javascript') ?? new Set();
  names.set('javascript', known);
  for (const key of telling) known.add(key);
  return names;
}
