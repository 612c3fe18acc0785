/** The commands of git that Flaglab asks. All of them read the object store only, never the work tree. */
export type GitCommand = 'blame' | 'cat-file' | 'log' | 'rev-parse';

export interface GitOptions {
  /** Absolute path of a folder in the repository. */
  readonly cwd: string;
  /** Whether the person trusts the folder. git is not started without it. */
  readonly trusted: boolean;
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
