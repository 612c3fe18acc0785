import type { FileDigest } from './fileDigest';

/** By what a file is known to be the same as before. */
export interface FileStamp {
  /** In bytes. */
  readonly size: number;
  /** In milliseconds since 1970. */
  readonly modified: number;
}

/** What was found in a file, and in which state of it. */
export interface CachedFile {
  readonly stamp: FileStamp;
  /** Of its bytes. */
  readonly hash: string;
  readonly digest: FileDigest;
}

/** What is kept of the files of one folder from one scan to the next. */
export interface FactsCache {
  /** What is known of a file from before. */
  find(file: string): CachedFile | undefined;
  /** Whether a file with this stamp is the one that was cached, without looking into it. */
  isCurrent(cached: CachedFile, stamp: FileStamp): boolean;
  /** Tells whether two files hold the same. */
  hashOf(bytes: Uint8Array): string;
  /** Keeps what is known of the folder's files now, and forgets others. Never rejects: a cache that cannot be written is none. */
  save(files: ReadonlyMap<string, CachedFile>): Promise<void>;
}
