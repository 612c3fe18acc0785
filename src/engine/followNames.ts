import { createDeclarationSieve, writtenNamespaces } from '../core/flags/index/writtenNamespaces';
import {
  languageGroupOf,
  languageGroupOfPackage,
  type LanguageGroup,
} from '../core/flags/index/languageGroup';
import { createWordQuery, type WordQuery } from '../core/flags/sieve/wordQuery';
import type { SourceLanguage } from '../core/model/flagRead';
import { sourceLanguageOf } from '../core/syntax/sourceLanguage';
import type { IndexState } from './indexState';
import { takeInText, textOf, type FollowContext } from './indexUpdates';

/** Names to look for, by the package or namespace that may declare them. */
function newNames(state: IndexState): ReadonlyMap<string, ReadonlySet<string>> {
  const byNamespace = new Map<string, Set<string>>();
  for (const { namespace, name } of state.index.wantedNames()) {
    const id = `${namespace}.${name}`;
    if (state.lookedFor.has(id)) continue;
    state.lookedFor.add(id);
    byNamespace.set(namespace, (byNamespace.get(namespace) ?? new Set()).add(name));
  }
  return byNamespace;
}

/** The packages or namespaces that a file is in; its text is looked at once. */
async function namespacesOf(
  state: IndexState,
  file: string,
  language: SourceLanguage,
  context: FollowContext,
): Promise<readonly string[]> {
  const known = state.namespaces.get(file);
  if (known) return known;
  const text = language === 'go' ? '' : await textOf(state, file, context);
  const namespaces = text === null ? [] : writtenNamespaces(file, language, text);
  state.namespaces.set(file, namespaces);
  return namespaces;
}

/** What is wanted of one package or namespace. */
interface WantedOfNamespace {
  readonly group: LanguageGroup;
  /** Whether a file's words leave room for one of the names. */
  readonly mayDeclare: WordQuery;
  readonly declares: (text: string) => boolean;
}

function lookFor(namespace: string, names: ReadonlySet<string>): WantedOfNamespace {
  const last = [...names].map((name) => name.slice(name.lastIndexOf('.') + 1));
  return {
    group: namespace.startsWith('go/') ? 'go' : languageGroupOfPackage(namespace),
    mayDeclare: createWordQuery(last),
    declares: createDeclarationSieve(names),
  };
}

/**
 * Has files read that declare what is wanted of packages and namespaces of many files (Go, the JVM, .NET). Whether one was read.
 */
export async function followNames(
  state: IndexState,
  context: FollowContext,
  isCancelled: () => boolean,
): Promise<boolean> {
  const wanted = new Map(
    [...newNames(state)].map(([namespace, names]) => [namespace, lookFor(namespace, names)]),
  );
  if (wanted.size === 0) return false;
  const groups = new Set([...wanted.values()].map(({ group }) => group));
  let hasRead = false;
  for (const [file, hashes] of Array.from(state.words)) {
    if (isCancelled()) return false;
    const language = sourceLanguageOf(file);
    if (!language || !groups.has(languageGroupOf(language)) || state.requested.has(file)) continue;
    const inside = await namespacesOf(state, file, language, context);
    const own = inside.flatMap((namespace) => wanted.get(namespace) ?? []);
    const likely = own.filter(({ mayDeclare }) => mayDeclare(hashes));
    const text = likely.length > 0 ? await textOf(state, file, context) : null;
    if (text === null || !likely.some(({ declares }) => declares(text))) continue;
    state.requested.add(file);
    hasRead = true;
    await takeInText(state, file, text, context);
    await context.giveWay();
  }
  return hasRead;
}
