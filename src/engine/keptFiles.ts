import { sourceLanguageOf } from '../core/syntax/sourceLanguage';
import type { CachedFile, FactsCache } from './factsCache';
import { digestOfBytes, type FileDigest } from './fileDigest';
import type { ListedFile } from './workspaceFiles';

export type FileToRead = ListedFile & { readonly kind: 'file' };

/** What is known of files from before, and is kept for the next time. */
export interface KeptFiles {
  /** What is known of a file that has not changed since; null where it is to be read. */
  unchanged(file: FileToRead): FileDigest | null;
  /** What is known of these bytes: from before, where they are the same. */
  digestOf(file: FileToRead, bytes: Uint8Array): FileDigest;
  save(): Promise<void>;
}

/** Without a cache nothing is known, and nothing kept. */
export function createKeptFiles(cache: FactsCache | undefined): KeptFiles {
  const kept = new Map<string, CachedFile>();

  return {
    unchanged({ path, size, modified }) {
      const known = cache?.find(path);
      const isCurrent =
        known && modified !== undefined && cache?.isCurrent(known, { size, modified });
      if (!isCurrent) return null;
      kept.set(path, known);
      return known.digest;
    },
    digestOf({ path, size, modified }, bytes) {
      const known = cache?.find(path);
      const hash = cache?.hashOf(bytes);
      const isSame = known !== undefined && known.hash === hash;
      const digest = isSame ? known.digest : digestOfBytes(path, sourceLanguageOf(path), bytes);
      if (hash !== undefined && modified !== undefined) {
        kept.set(path, { stamp: { size, modified }, hash, digest });
      }
      return digest;
    },
    save: async () => await cache?.save(kept),
  };
}
