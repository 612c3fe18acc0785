import type { ExportedClient } from '../core/flags/index/exportedClients';
import type { LanguageGroup } from '../core/flags/index/languageGroup';
import { folderOf } from '../core/flags/index/paths';
import { createClientSieve } from '../core/flags/reads/clientSieve';

/** Clients of SDKs that files offer each other, for finding the files that use them. */
export interface KnownClients {
  /** Takes in clients; gives the groups of languages that have new ones. */
  add(clients: readonly ExportedClient[]): ReadonlySet<LanguageGroup>;
  /** Whether a file with these words may name one of them: whether it imports its file, its text tells. */
  mayBeNamed(group: LanguageGroup, hashes: Uint32Array): boolean;
  /** What is asked of a file's text by `mayBeMeant`. */
  question(group: LanguageGroup, file: string): string;
  /** Whether a file that names one may mean it. */
  mayBeMeant(group: LanguageGroup, file: string, text: string): boolean;
}

/** No clients yet. */
export function createKnownClients(): KnownClients {
  const known = new Map<string, ExportedClient>();
  const folders = new Set<string>();
  const sieves = new Map<LanguageGroup, ReturnType<typeof createClientSieve> | null>();

  function sieveOf(group: LanguageGroup) {
    const made = sieves.get(group);
    if (made !== undefined) return made;
    const own = [...known.values()].filter((client) => client.group === group);
    const names = own.map(({ name }) => name);
    const modules = own.map(({ module }) => module).filter((module) => module !== '');
    const sieve = names.length > 0 ? createClientSieve({ names, modules }) : null;
    sieves.set(group, sieve);
    return sieve;
  }

  function isBeside(group: LanguageGroup, file: string): boolean {
    // Files of one folder are one package in Go: no import is needed.
    return group === 'go' && folders.has(folderOf(file));
  }

  return {
    question(group, file) {
      const own = [...known.values()].filter((client) => client.group === group);
      const modules = [...new Set(own.map(({ module }) => module))].sort().join(' ');
      return `client ${isBeside(group, file)} ${modules}`;
    },
    add(clients) {
      const groups = new Set<LanguageGroup>();
      for (const client of clients) {
        const id = `${client.group} ${client.name} ${client.module}`;
        if (known.has(id)) continue;
        known.set(id, client);
        groups.add(client.group);
        sieves.delete(client.group);
        if (client.group === 'go') folders.add(folderOf(client.file));
      }
      return groups;
    },
    mayBeNamed: (group, hashes) => sieveOf(group)?.names(hashes) ?? false,
    mayBeMeant: (group, file, text) =>
      isBeside(group, file) || (sieveOf(group)?.modules(text) ?? false),
  };
}
