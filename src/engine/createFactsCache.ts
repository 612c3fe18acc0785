import type { FileFacts } from '../core/model/fileFacts';
import type { CachedFile, FactsCache } from './factsCache';
import type { FileDigest, ToldByText } from './fileDigest';

/** A cache as it is kept: words apart from the rest, which is JSON. */
export interface StoredFacts {
  readonly json: string;
  readonly words: Uint32Array;
}

/** The port to where caches are kept. */
export interface FactsStore {
  /** Null where there is none, or none that is whole. Never rejects. */
  load(): Promise<StoredFacts | null>;
  /** Takes the place of what was there, as a whole or not at all. Never rejects. */
  save(stored: StoredFacts): Promise<void>;
  hashOf(bytes: Uint8Array): string;
  /** Milliseconds since 1970. */
  now(): number;
}

/** A file that was changed so shortly before it was cached may have changed again with the same stamp. */
const unsureMs = 2000;

/** So much of what was last found in one text is kept. */
const mostFacts = 4;
const mostAnswers = 16;

interface StoredFile {
  readonly file: string;
  readonly size: number;
  readonly modified: number;
  readonly hash: string;
  /** Number of words. */
  readonly words: number;
  readonly namespaces?: readonly string[];
  readonly problem?: string;
  readonly told?: ToldByText;
  readonly facts?: readonly (readonly [string, FileFacts | null])[];
  readonly answers?: readonly (readonly [string, boolean])[];
}

interface StoredFolder {
  readonly version: string;
  readonly writtenAt: number;
  readonly files: readonly StoredFile[];
}

function storedFile(file: string, { stamp, hash, digest }: CachedFile): StoredFile {
  const { words, namespaces, problem, told, facts, answers } = digest;
  return {
    file,
    ...stamp,
    hash,
    words: words.length,
    ...(namespaces.length > 0 && { namespaces }),
    ...(problem !== null && { problem }),
    ...(told !== null && { told }),
    ...(facts.size > 0 && { facts: [...facts].slice(-mostFacts) }),
    ...(answers.size > 0 && { answers: [...answers].slice(-mostAnswers) }),
  };
}

function digestOf(stored: StoredFile, words: Uint32Array): FileDigest {
  return {
    words,
    namespaces: stored.namespaces ?? [],
    problem: stored.problem ?? null,
    told: stored.told ?? null,
    facts: new Map(stored.facts),
    answers: new Map(stored.answers),
  };
}

function restored({ files }: StoredFolder, words: Uint32Array): Map<string, CachedFile> | null {
  const found = new Map<string, CachedFile>();
  let at = 0;
  for (const stored of files) {
    const { size, modified, hash } = stored;
    const digest = digestOf(stored, words.subarray(at, at + stored.words));
    found.set(stored.file, { stamp: { size, modified }, hash, digest });
    at += stored.words;
  }
  return at === words.length ? found : null;
}

/** Null where it was written by another version, or by none. */
function parsed({ json }: StoredFacts, version: string): StoredFolder | null {
  try {
    const folder = JSON.parse(json) as Partial<StoredFolder> | null;
    const isOwn = folder?.version === version && Array.isArray(folder.files);
    return isOwn ? (folder as StoredFolder) : null;
  } catch {
    return null;
  }
}

function stored(files: ReadonlyMap<string, CachedFile>, version: string, now: number): StoredFacts {
  const all = [...files];
  const words = new Uint32Array(all.reduce((sum, [, { digest }]) => sum + digest.words.length, 0));
  let at = 0;
  for (const [, { digest }] of all) {
    words.set(digest.words, at);
    at += digest.words.length;
  }
  const folder: StoredFolder = {
    version,
    writtenAt: now,
    files: all.map(([file, cached]) => storedFile(file, cached)),
  };
  return { json: JSON.stringify(folder), words };
}

/** How much is known of a file: grows with each answer. */
function weightOf({ digest }: CachedFile): number {
  return digest.facts.size + digest.answers.size + (digest.told ? 1 : 0);
}

export interface FactsCacheOptions {
  /** What the facts depend on besides the files: another version's cache is none. */
  readonly version: string;
  /** Look into every file, whatever its stamp says. */
  readonly verify?: boolean;
}

/** Opens what was kept of a folder. One that is broken, or another version's, is as good as none. */
export async function createFactsCache(
  store: FactsStore,
  { version, verify = false }: FactsCacheOptions,
): Promise<FactsCache> {
  const found = await store.load();
  const folder = found && parsed(found, version);
  const files = (folder && found && restored(folder, found.words)) ?? new Map<string, CachedFile>();
  const writtenAt = folder?.writtenAt ?? 0;
  const weights = new Map([...files].map(([file, cached]) => [file, weightOf(cached)]));

  function isSame([file, cached]: readonly [string, CachedFile]): boolean {
    const before = files.get(file);
    return before?.digest === cached.digest && weights.get(file) === weightOf(cached);
  }

  return {
    find: (file) => files.get(file),
    isCurrent: ({ stamp }, { size, modified }) =>
      !verify &&
      stamp.size === size &&
      stamp.modified === modified &&
      modified < writtenAt - unsureMs,
    hashOf: (bytes) => store.hashOf(bytes),
    async save(now) {
      if (now.size === files.size && [...now].every(isSame)) return;
      await store.save(stored(now, version, store.now()));
    },
  };
}
