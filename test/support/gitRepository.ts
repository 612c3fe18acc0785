import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** One commit: on a day at noon, with these files written (null: taken away). */
export interface TestCommit {
  readonly day: string;
  readonly message: string;
  readonly files?: Readonly<Record<string, string | null>>;
  /** Old name, new name. */
  readonly rename?: readonly [string, string];
  readonly tag?: string;
}

/** Runs git as a person without any configuration would, at a moment. */
export function gitAt(root: string, day: string, ...args: readonly string[]): string {
  const date = `${day}T12:00:00+0000`;
  return execFileSync('git', args, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_SYSTEM: '/dev/null',
      GIT_AUTHOR_NAME: 'Ann',
      GIT_AUTHOR_EMAIL: 'ann@example.com',
      GIT_AUTHOR_DATE: date,
      GIT_COMMITTER_NAME: 'Ann',
      GIT_COMMITTER_EMAIL: 'ann@example.com',
      GIT_COMMITTER_DATE: date,
    },
  });
}

/** Writes files below a folder. */
export function writeFiles(root: string, files: Readonly<Record<string, string | null>>): void {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(root, name);
    mkdirSync(path.dirname(file), { recursive: true });
    if (text === null) rmSync(file);
    else writeFileSync(file, text);
  }
}

/** Makes commits in a folder, in the order given. */
export function commitAll(root: string, commits: readonly TestCommit[]): void {
  for (const { day, message, files = {}, rename, tag } of commits) {
    if (rename) {
      mkdirSync(path.dirname(path.join(root, rename[1])), { recursive: true });
      renameSync(path.join(root, rename[0]), path.join(root, rename[1]));
    }
    writeFiles(root, files);
    gitAt(root, day, 'add', '--all');
    gitAt(root, day, 'commit', '--quiet', '--allow-empty', '-m', message);
    if (tag !== undefined) gitAt(root, day, 'tag', tag);
  }
}

/** A new repository in a folder that does not exist yet. */
export function makeGitRepository(root: string, commits: readonly TestCommit[]): void {
  mkdirSync(root, { recursive: true });
  gitAt(root, '2026-01-01', 'init', '--quiet', '--initial-branch=main');
  commitAll(root, commits);
}
