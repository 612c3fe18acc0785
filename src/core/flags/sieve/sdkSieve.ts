import { languageGroupOfPackage, type LanguageGroup } from '../index/languageGroup';
import { holdsFlags } from '../reads/holdsFlags';
import type { Shape } from '../reads/readRule';
import { sdkRulePacks } from '../reads/registry';
import { createWordQuery, type WordQuery } from './wordQuery';

/** What of one SDK stands in files of one group of languages that read its flags. */
interface SdkTexts {
  readonly packages: Set<string>;
  /** The same, of which only the words count. */
  readonly packageWords: Set<string>;
  /** Names whose use reads flags, and that hardly anything else has. */
  readonly names: Set<string>;
}

function collectNames(into: Set<string>, name: string, shape: Shape): void {
  const isTelling = [shape.read, ...(shape.overloads ?? [])].some((rule) => rule?.telling);
  if (isTelling || shape.element || holdsFlags(shape.returns)) into.add(name);
  for (const [memberName, member] of Object.entries(shape.members ?? {})) {
    collectNames(into, memberName, member);
  }
}

/** How an import of a package begins in a text: without its ecosystem, and up to the first `*`. */
function writtenPackage(name: string): string {
  return name.replace(/^[a-z]+:/, '').split('*')[0] ?? name;
}

/** The same without a word that another one may continue: `v` of `go-server-sdk/v*`. */
function wholeWords(name: string): string {
  return name.includes('*') ? writtenPackage(name).replace(/\w+$/, '') : writtenPackage(name);
}

type SdksOfGroup = Map<string, SdkTexts>;

function collectSdks(): ReadonlyMap<LanguageGroup, SdksOfGroup> {
  const groups = new Map<LanguageGroup, SdksOfGroup>();
  const textsFor = (id: string, name: string): SdkTexts => {
    const group = languageGroupOfPackage(name);
    const sdks = groups.get(group) ?? new Map<string, SdkTexts>();
    groups.set(group, sdks);
    const known = sdks.get(id);
    const texts = known ?? { packages: new Set(), packageWords: new Set(), names: new Set() };
    sdks.set(id, texts);
    texts.packages.add(writtenPackage(name));
    texts.packageWords.add(wholeWords(name));
    return texts;
  };
  for (const { id, rows, vendorPackages = [] } of sdkRulePacks) {
    for (const name of vendorPackages) textsFor(id, name);
    for (const row of rows) {
      for (const name of row.packages) {
        const { names } = textsFor(id, name);
        for (const shapes of [row.exports, row.types]) {
          for (const [shapeName, shape] of Object.entries(shapes)) {
            collectNames(names, shapeName, shape);
          }
        }
      }
    }
  }
  return groups;
}

/** How a file says what names mean in all files of its group (.NET). */
const forAllFiles: Partial<Record<LanguageGroup, string>> = { dotnet: 'global using ' };

/** Finds the files of one group of languages that may read flags of SDKs, without parsing them. */
export interface SdkSieve {
  /** The SDKs that have packages for the group. */
  readonly sdks: readonly string[];
  /** Whether a file with these words may name an SDK's package or speak for all files: the text tells. */
  readonly mayNamePackage: WordQuery;
  /** The SDKs whose packages a text names. */
  sdksNamed(text: string): readonly string[];
  /** Whether a text says what names mean in other files. */
  speaksForAll(text: string): boolean;
  /** Whether a file with these words may use a name that tells of one of these SDKs. */
  namesOf(sdks: Iterable<string>): WordQuery;
}

function createSdkSieve(group: LanguageGroup, sdks: SdksOfGroup): SdkSieve {
  const shared = forAllFiles[group];
  const all = [...sdks].map(([id, { packages, packageWords, names }]) => ({
    id,
    names,
    packageWords,
    // What begins with another package's name is found by that.
    packages: [...packages].filter(
      (name) => ![...packages].some((other) => other !== name && name.startsWith(other)),
    ),
  }));
  return {
    sdks: [...sdks.keys()],
    mayNamePackage: createWordQuery([
      ...all.flatMap(({ packageWords }) => [...packageWords]),
      ...(shared === undefined ? [] : [shared]),
    ]),
    speaksForAll: (text) => shared !== undefined && text.includes(shared),
    sdksNamed: (text) =>
      all.flatMap(({ id, packages }) => (packages.some((name) => text.includes(name)) ? [id] : [])),
    namesOf(wanted) {
      const ids = new Set(wanted);
      return createWordQuery(all.flatMap(({ id, names }) => (ids.has(id) ? [...names] : [])));
    },
  };
}

const sdksByGroup = collectSdks();
const sieves = new Map<LanguageGroup, SdkSieve>();

/** The sieve of a group of languages, made from the rule packs when it is first needed. */
export function sdkSieveOf(group: LanguageGroup): SdkSieve {
  const known = sieves.get(group) ?? createSdkSieve(group, sdksByGroup.get(group) ?? new Map());
  sieves.set(group, known);
  return known;
}
