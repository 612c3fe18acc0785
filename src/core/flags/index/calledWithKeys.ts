import { alternativesOf } from './alternativesOf';
import type { Readers, StatedReader, Target } from './linkedFile';
import type { LinkedCandidate, LinkedFile } from './linkReads';
import { declarationId } from './spanId';

/** Keys by what is known of them, each with an SDK that can use it. */
export interface KnownKeys {
  /** Keys of definitions in the workspace. */
  readonly declared: ReadonlyMap<string, string>;
  /** Keys that calls of SDKs are known to read, in any language. */
  readonly read: ReadonlyMap<string, string>;
}

/** Names of functions and parameters that say what they are about. */
const aboutFlags = /flag|feature|toggle|experiment|killswitch|kill_switch|waffle/i;
/** Names of parameters that say that they are keys of flags. */
const namesFlag = /^(feature)?_?(flag|toggle|feature|experiment)_?(name|key|id)?$/i;
/** Names of functions that say that they look something up. */
const looksUp =
  /^(is|has|get|use|check|read|fetch|evaluate|resolve|query|when|if|show|should|can)(?![a-z])/;
/** So many different keys, or so large a part of all texts that a function is given, tell that it takes keys. */
const fewestKeys = 3;
const leastShare = 2 / 3;
const leastShareIfNamed = 1 / 3;
const leastShareOfDeclared = 1 / 2;

interface Called {
  readonly target: Target & { readonly kind: 'declared' };
  readonly index: number;
  readonly texts: Set<string>;
}

/** The text at each place of a call; undefined where it is none. */
function textsOf({ candidate }: LinkedCandidate, { linking }: LinkedFile) {
  if (candidate.kind !== 'call' || candidate.spread) return [];
  return candidate.arguments.map(({ value: given }) => {
    const [only, ...others] = alternativesOf(linking.resolver.resolve(given, linking.file));
    const value = only?.value;
    const isText = value?.kind === 'literal' && !value.isType && others.length === 0;
    return isText && typeof value.value === 'string' ? value.value : undefined;
  });
}

function collect(files: readonly LinkedFile[], readers: Readers): Iterable<Called> {
  const all = new Map<string, Called>();
  for (const file of files) {
    if (file.linking.source.context === 'test') continue;
    for (const linked of file.candidates) {
      for (const target of linked.targets) {
        if (target.kind !== 'declared' || !target.value) continue;
        const id = declarationId(target.file, target.span);
        if (readers.has(id)) continue;
        for (const [index, text] of textsOf(linked, file).entries()) {
          if (text === undefined) continue;
          const place = `${id} ${index}`;
          const called = all.get(place) ?? { target, index, texts: new Set() };
          all.set(place, called);
          called.texts.add(text);
        }
      }
    }
  }
  return all.values();
}

function withSmallStart(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

function takesKeys({ target, index, texts }: Called, { declared, read }: KnownKeys): boolean {
  const parameter = target.value?.parameters?.[index]?.name ?? '';
  const isAboutFlags = aboutFlags.test(target.name);
  const isNamed = isAboutFlags && namesFlag.test(parameter);
  if (!looksUp.test(withSmallStart(target.name)) || !(isAboutFlags || aboutFlags.test(parameter)))
    return false;
  const known = [...texts].filter((text) => declared.has(text) || read.has(text));
  if (known.length >= fewestKeys) {
    return known.length >= texts.size * (isNamed ? leastShareIfNamed : leastShare);
  }
  const ofDefinitions = known.filter((text) => declared.has(text)).length;
  return isNamed && ofDefinitions > 0 && ofDefinitions >= texts.size * leastShareOfDeclared;
}

/**
 * Functions of the project that take a key, by what they are called with, whatever is behind them: a look-up by its name
 * (`isFlagActive`, `getFlag`) that is about flags by its name or its parameter's, and is given at least three different keys
 * that definitions declare or SDKs are known to read, in any language. These are two thirds of all texts that it is given; a
 * third, as with a parameter whose type names keys, where the function is about flags and its parameter is named as the key
 * of one (`flagName`). There one key of a definition is enough, too, if it is half of the texts. Calls in tests say nothing.
 */
export function calledWithKeys(
  files: readonly LinkedFile[],
  readers: Readers,
  known: KnownKeys,
): readonly StatedReader[] {
  const found: StatedReader[] = [];
  for (const called of collect(files, readers)) {
    const { target, index, texts } = called;
    if (!takesKeys(called, known)) continue;
    const [sdk] = [...texts].flatMap(
      (text) => known.declared.get(text) ?? known.read.get(text) ?? [],
    );
    const name = target.value?.parameters?.[index]?.name ?? '';
    if (sdk === undefined) continue;
    const id = declarationId(target.file, target.span);
    const key = { argument: index, ...(name !== '' && { name }) };
    found.push({ kind: 'stated', id, called: target.name, sdk, rule: { key } });
  }
  return found;
}
