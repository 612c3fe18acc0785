import { createDeclarationSieve } from '../core/flags/index/writtenNamespaces';
import {
  languageGroupOf,
  languageGroupOfPackage,
  type LanguageGroup,
} from '../core/flags/index/languageGroup';
import { createWordQuery, type WordQuery } from '../core/flags/sieve/wordQuery';
import { sourceLanguageOf } from '../core/syntax/sourceLanguage';
import type { IndexState } from './indexState';
import type { FollowContext } from './indexUpdates';
import { answered, takeInAgain } from './takeIn';

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

/** What is wanted of one package or namespace. */
interface WantedOfNamespace {
  readonly group: LanguageGroup;
  readonly names: ReadonlySet<string>;
  /** Whether a file's words leave room for one of the names. */
  readonly mayDeclare: WordQuery;
  readonly declares: (text: string) => boolean;
}

function lookFor(namespace: string, names: ReadonlySet<string>): WantedOfNamespace {
  const last = [...names].map((name) => name.slice(name.lastIndexOf('.') + 1));
  return {
    group: namespace.startsWith('go/') ? 'go' : languageGroupOfPackage(namespace),
    names,
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
  for (const [file, { words, namespaces }] of Array.from(state.digests)) {
    if (isCancelled()) return false;
    const language = sourceLanguageOf(file);
    if (!language || !groups.has(languageGroupOf(language)) || state.requested.has(file)) continue;
    const own = namespaces.flatMap((namespace) => wanted.get(namespace) ?? []);
    const likely = own.filter(({ mayDeclare }) => mayDeclare(words));
    if (likely.length === 0) continue;
    const asked = `declares ${likely.map(({ names }) => [...names].sort().join(' ')).join(', ')}`;
    const test = (text: string) => likely.some(({ declares }) => declares(text));
    if (!(await answered(state, file, context, { asked, test }))) continue;
    state.requested.add(file);
    hasRead = true;
    await takeInAgain(state, file, context);
    await context.giveWay();
  }
  return hasRead;
}
