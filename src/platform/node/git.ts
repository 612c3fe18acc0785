import { execFile } from 'node:child_process';
import { statSync } from 'node:fs';
import type { GitAnswer, GitCommand, GitOptions } from '../../engine/history/gitRunner';
import { findProgram } from './findProgram';

const timeoutMs = 20_000;
const maxOutputBytes = 32 * 1024 * 1024;

/** What a repository's own configuration could start a program with, turned off. */
const configuration = [
  'core.fsmonitor=false',
  'core.hooksPath=/dev/null',
  'core.pager=cat',
  'log.showSignature=false',
  'blame.showRoot=false',
].flatMap((setting) => ['-c', setting]);

const forced: Record<GitCommand, readonly string[]> = {
  blame: ['--no-ext-diff', '--no-textconv'],
  'cat-file': [],
  log: ['--no-ext-diff', '--no-textconv', '--no-show-signature'],
  'rev-parse': [],
};

/**
 * Nothing of the caller's GIT_* variables: they can name programs (GIT_EXTERNAL_DIFF, GIT_SSH_COMMAND, GIT_ASKPASS, ...)
 * or another repository. No transport is allowed: a partial clone would fetch what it lacks, by the remote's command.
 */
function gitEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const dropped = /^(GIT_.*|PAGER|EDITOR|VISUAL|SSH_ASKPASS)$/i;
  const kept = Object.entries(env).filter(([name]) => !dropped.test(name));
  return {
    ...Object.fromEntries(kept),
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    GIT_NO_LAZY_FETCH: '1',
    GIT_ALLOW_PROTOCOL: 'none',
    LC_ALL: 'C',
  };
}

function isFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}

let gitPath: string | null | undefined;

function findGit(): string | null {
  gitPath ??= findProgram({
    name: 'git',
    platform: process.platform,
    env: process.env,
    isFile,
  });
  return gitPath;
}

/** Asks git, without a shell and without anything a repository's configuration could start. */
export function runGit(
  command: GitCommand,
  args: readonly string[],
  { cwd, trusted }: GitOptions,
): Promise<GitAnswer> {
  if (!trusted) {
    return Promise.resolve({ kind: 'refused', reason: 'git is not started in untrusted folders.' });
  }
  const git = findGit();
  if (git === null) {
    return Promise.resolve({ kind: 'refused', reason: 'There is no git on the PATH.' });
  }
  const all = ['--no-pager', ...configuration, command, ...forced[command], ...args];
  const options = {
    cwd,
    env: gitEnvironment(process.env),
    encoding: 'utf8',
    shell: false,
    windowsHide: true,
    timeout: timeoutMs,
    maxBuffer: maxOutputBytes,
  } as const;
  return new Promise((resolve) => {
    const child = execFile(git, all, options, (error, stdout, stderr) => {
      if (!error) resolve({ kind: 'ok', stdout });
      else resolve({ kind: 'failed', reason: stderr.trim().split('\n')[0] || error.message });
    });
    child.stdin?.end();
  });
}
