import type { StaticMember } from '../../model/staticValue';
import { unnamed } from '../reads/staticValues';
import { languageGroupOf } from './languageGroup';
import type { StatedReader } from './linkedFile';
import type { LinkedFile } from './linkReads';
import { declarationId } from './spanId';
import { textsOfType } from './textsOfType';

/** Names under which objects hold flags by their keys. */
const holdsFlags = /^(feature|ui)?_?(flags|toggles|features|experiments)$/i;
/** So many names, and such a share of them, are known keys where those of a type are keys. */
const fewestKeys = 3;
const leastShare = 1 / 3;
const deepest = 3;

/** The SDK of a key that is declared or known to be read; undefined for any other text. */
export type SdkOfKey = (text: string) => string | undefined;

/** A property of a type that is handed to a read as its key. */
export interface HandedProperty {
  readonly file: string;
  readonly name: string;
}

interface TypeMember {
  readonly file: LinkedFile;
  readonly name: string;
  readonly member: StaticMember;
}

/** Members of the types that a file exports, and of what is within them. */
function membersIn(file: LinkedFile): readonly TypeMember[] {
  const { source } = file.linking;
  const inside = ({ name, member }: TypeMember, depth: number): readonly TypeMember[] => {
    const own = { file, name, member };
    const value = unnamed(member.value);
    if (value.kind !== 'object' || depth >= deepest) return [own];
    const inner = Object.entries(value.members).map(([each, found]) => ({
      file,
      name: each,
      member: found,
    }));
    return [own, ...inner.flatMap((each) => inside(each, depth + 1))];
  };
  return Object.values(source.exportedTypes).flatMap(({ name, span, value }) =>
    inside({ file, name, member: { span, value } }, 0),
  );
}

function sdkOf(texts: readonly string[], sdkOfKey: SdkOfKey): string | undefined {
  const known = texts.flatMap((text) => sdkOfKey(text) ?? []);
  const isEnough = known.length >= fewestKeys && known.length >= texts.length * leastShare;
  return isEnough ? known[0] : undefined;
}

function ofFlags({ file, name, member }: TypeMember, sdkOfKey: SdkOfKey): readonly StatedReader[] {
  if (!holdsFlags.test(name)) return [];
  const { resolver, file: path } = file.linking;
  const held = resolver.instance(member.value, path);
  if (held.value.kind !== 'object' || held.value.form !== 'open') return [];
  const sdk = sdkOf(Object.keys(held.value.members), sdkOfKey);
  if (sdk === undefined) return [];
  return Object.entries(held.value.members).map(([key, { span }]) => ({
    kind: 'stated',
    id: declarationId(held.file, span),
    called: name,
    sdk,
    rule: { key: { argument: 0, name: key } },
    member: 'name',
  }));
}

/** Properties of one name that take the same texts as one that is handed to a read do so for the same reason. */
function ofHanded(
  all: readonly TypeMember[],
  handed: readonly HandedProperty[],
  sdkOfKey: SdkOfKey,
): readonly StatedReader[] {
  const names = new Set(handed.map(({ name }) => name));
  const keyed = all
    .filter(({ name }) => names.has(name))
    .map((each) => {
      const { resolver, file } = each.file.linking;
      return { ...each, path: file, texts: textsOfType(each.member.value, file, resolver) };
    })
    .filter(({ texts }) => texts.length > 0);
  const taken = new Set(
    keyed
      .filter(({ path, name }) => handed.some((each) => each.file === path && each.name === name))
      .map(({ name, texts }) => JSON.stringify([name, texts])),
  );
  return keyed.flatMap(({ path, name, member, texts }): readonly StatedReader[] => {
    const sdk = sdkOf(texts, sdkOfKey);
    if (sdk === undefined || !taken.has(JSON.stringify([name, texts]))) return [];
    const id = declarationId(path, member.span);
    return [
      { kind: 'stated', id, called: name, sdk, rule: { key: { argument: 0 } }, member: 'value' },
    ];
  });
}

/**
 * Members of types of TypeScript that are flags. `flags: { search: boolean, ... }`: an object with the name of one that holds
 * flags, whose members' names are keys (at least three, and a third of them, are declared or read elsewhere): what takes one
 * reads that flag. `flag?: Key`: a property whose type is one of keys (by the same measure) and that is handed to a read:
 * an object with a key for it reads that flag.
 */
export function memberReaders(
  files: readonly LinkedFile[],
  handed: readonly HandedProperty[],
  sdkOfKey: SdkOfKey,
): readonly StatedReader[] {
  const all = files
    .filter(({ linking: { source } }) => {
      return source.context !== 'test' && languageGroupOf(source.language) === 'javascript';
    })
    .flatMap(membersIn);
  return [
    ...all.flatMap((each) => ofFlags(each, sdkOfKey)),
    ...(handed.length > 0 ? ofHanded(all, handed, sdkOfKey) : []),
  ];
}
