import { languageGroups, type LanguageGroup } from '../core/flags/index/languageGroup';
import { sdkSieveOf } from '../core/flags/sieve/sdkSieve';
import type { WordQuery } from '../core/flags/sieve/wordQuery';

/**
 * The SDKs that files of a folder import. A name that tells of an SDK counts only where some file imports it: `variation` is
 * no reason to parse a file of a project with another SDK. Where no file of a group imports any, its clients come from
 * elsewhere, and the names of all count.
 */
export interface KnownSdks {
  /** Takes in what a file names. */
  add(group: LanguageGroup, sdks: readonly string[]): void;
  /** Whether a file with these words uses a name that tells of an SDK known in its group. */
  mentions(group: LanguageGroup, hashes: Uint32Array): boolean;
  /** Queries for what became of interest since this was last asked, by group; to be asked once all files were seen. */
  takeNew(): ReadonlyMap<LanguageGroup, WordQuery>;
}

/** No SDKs yet. */
export function createKnownSdks(): KnownSdks {
  const known = new Map<LanguageGroup, Set<string>>();
  const fresh = new Map<LanguageGroup, Set<string>>();
  const queries = new Map<LanguageGroup, WordQuery>();
  /** Groups all of whose files were seen. */
  const seen = new Set<LanguageGroup>();

  function queryOf(group: LanguageGroup): WordQuery {
    const own = known.get(group) ?? new Set<string>();
    const sieve = sdkSieveOf(group);
    return sieve.namesOf(own.size === 0 && seen.has(group) ? sieve.sdks : own);
  }

  return {
    add(group, sdks) {
      const own = known.get(group) ?? new Set<string>();
      known.set(group, own);
      for (const sdk of sdks) {
        if (own.has(sdk)) continue;
        own.add(sdk);
        queries.delete(group);
        fresh.set(group, (fresh.get(group) ?? new Set<string>()).add(sdk));
      }
    },
    mentions(group, hashes) {
      const query = queries.get(group) ?? queryOf(group);
      queries.set(group, query);
      return query(hashes);
    },
    takeNew() {
      const taken = new Map<LanguageGroup, WordQuery>();
      for (const group of languageGroups) {
        const added = fresh.get(group);
        const isFirst = !seen.has(group);
        seen.add(group);
        if (isFirst) queries.delete(group);
        if (added) taken.set(group, sdkSieveOf(group).namesOf(added));
        else if (isFirst) taken.set(group, queryOf(group));
      }
      fresh.clear();
      return taken;
    },
  };
}
