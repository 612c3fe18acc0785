import { createDeclarationSieve, writtenNamespaces } from '../core/flags/index/writtenNamespaces';
import { sourceLanguageOf } from '../core/syntax/sourceLanguage';
import type { IndexState } from './indexState';
import { readFile, textOf, tooLarge, skipFile, type FollowContext } from './indexUpdates';

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

/** Notes which package or namespace a file is in. */
async function filesByNamespace(
  state: IndexState,
  context: FollowContext,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, string[]>();
  for (const file of state.listed.keys()) {
    const language = sourceLanguageOf(file);
    if (!language) continue;
    let namespaces = state.namespaces.get(file);
    if (!namespaces) {
      const text = language === 'go' ? '' : await textOf(state, file, context);
      namespaces = text === null ? [] : writtenNamespaces(file, language, text);
      state.namespaces.set(file, namespaces);
    }
    for (const namespace of namespaces) {
      const files = found.get(namespace);
      if (files) files.push(file);
      else found.set(namespace, [file]);
    }
  }
  return found;
}

/**
 * Has files read that declare what is wanted of packages and namespaces of many files (Go, the JVM, .NET). Whether one was read.
 */
export async function followNames(
  state: IndexState,
  context: FollowContext,
  isCancelled: () => boolean,
): Promise<boolean> {
  const wanted = newNames(state);
  if (wanted.size === 0) return false;
  const byNamespace = await filesByNamespace(state, context);
  let hasRead = false;
  for (const [namespace, names] of wanted) {
    const declares = createDeclarationSieve(names);
    for (const file of byNamespace.get(namespace) ?? []) {
      if (isCancelled()) return false;
      if (state.requested.has(file)) continue;
      const text = await textOf(state, file, context);
      if (text === null || !declares(text)) continue;
      state.requested.add(file);
      hasRead = true;
      const refusal = tooLarge(state.listed.get(file) ?? 0, context);
      if (refusal === null) await readFile(state, file, context);
      else skipFile(state, file, refusal);
      await context.giveWay();
    }
  }
  return hasRead;
}
