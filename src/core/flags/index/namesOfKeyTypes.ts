import type { FileFacts } from '../../model/fileFacts';
import type { StaticValue } from '../../model/staticValue';
import { namesFlagKeys } from '../reads/shared/flagKeyNames';
import { unnamed } from '../reads/staticValues';
import { languageGroupOf, type LanguageGroup } from './languageGroup';

const deepest = 3;

/** The names of types that are named for flag keys, within a type of that name. */
function namesIn(name: string, value: StaticValue, depth = 0): readonly string[] {
  const own = namesFlagKeys(name) ? [name] : [];
  const whole = unnamed(value);
  const inner = whole.kind === 'construct' ? unnamed(whole.of) : whole;
  if (inner.kind !== 'class' || depth > deepest) return own;
  const inside = Object.entries(inner.statics).flatMap(([member, { value: nested }]) =>
    namesIn(member, nested, depth + 1),
  );
  return [...own, ...inside];
}

/** The types whose constants are declared keys and the objects that are declared flags, by group of languages: what is given one of them may read it. */
export function namesOfKeyTypes(
  files: Iterable<FileFacts>,
): ReadonlyMap<LanguageGroup, readonly string[]> {
  const names = new Map<LanguageGroup, string[]>();
  for (const { source, definitions } of files) {
    if (!source || definitions.length === 0) continue;
    const group = languageGroupOf(source.language);
    const found = Object.values(source.exports).flatMap(({ name, value }) => {
      if (definitions[0]?.format === 'code-key-constants') return namesIn(name, value);
      const isObject = unnamed(value).kind === 'construct';
      return definitions[0]?.format === 'code-class-hierarchy' && isObject ? [name] : [];
    });
    names.set(group, [...(names.get(group) ?? []), ...found]);
  }
  return names;
}
