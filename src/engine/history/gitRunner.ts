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
  /** Each character of the answer stands for one byte, instead of being UTF-8. */
  readonly isBinary?: boolean;
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

/** Both ways to ask git. */
export interface Git {
  readonly run: RunGit;
  readonly stream: StreamGit;
}
