/**
 * The commands of git that Flaglab asks. All of them read the object store only, never the work tree; `hash-object` reads the files it is
 * told to, as they are: no filter of the repository's choice is started.
 */
export type GitCommand =
  'blame' | 'cat-file' | 'hash-object' | 'log' | 'ls-tree' | 'merge-base' | 'rev-parse';

export interface GitOptions {
  /** Absolute path of a folder in the repository. */
  readonly cwd: string;
  /** Whether the person trusts the folder. git is not started without it. */
  readonly trusted: boolean;
  /** What it is to read from its standard input; nothing unless given. */
  readonly input?: string;
}

/** `refused`: git was not started. `failed`: it was, or could not be found; `reason` is a sentence. */
export type GitAnswer =
  | { readonly kind: 'ok'; readonly stdout: string }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'failed'; readonly reason: string };

/** The port to git. Never rejects on what a repository holds. */
export type RunGit = (
  command: GitCommand,
  args: readonly string[],
  options: GitOptions,
) => Promise<GitAnswer>;

/** The same for answers of any length: lines are handed over as they come, until `onLine` answers false. */
export type StreamGit = (
  command: GitCommand,
  args: readonly string[],
  options: GitOptions,
  onLine: (line: string) => boolean,
) => Promise<GitAnswer>;

/**
 * The contents of blobs in git's store, in the order in which they are asked for, handed over as they come until `onBlob` answers false.
 * Those that are not there, and larger ones than anybody writes, are left out. The bytes are the reader's: whoever keeps them copies them.
 */
export type ReadBlobs = (
  ids: readonly string[],
  options: GitOptions,
  onBlob: (id: string, bytes: Uint8Array) => boolean,
) => Promise<GitAnswer>;

/** The ways to ask git. */
export interface Git {
  readonly run: RunGit;
  readonly stream: StreamGit;
  readonly blobs: ReadBlobs;
}
