import { execFile, spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import type { GitAnswer, GitCommand, GitOptions } from '../../engine/history/gitRunner';
import { createBatchReader } from './batchReader';
import { findProgram } from './findProgram';

const timeoutMs = 20_000;
/** The whole history of a large repository takes a while. */
const streamTimeoutMs = 600_000;
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
  'hash-object': ['--no-filters'],
  log: ['--no-ext-diff', '--no-textconv', '--no-show-signature'],
  'ls-tree': [],
  'merge-base': [],
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

type Start =
  | { readonly kind: 'start'; readonly git: string; readonly args: readonly string[] }
  | (GitAnswer & { readonly kind: 'refused' });

/** Whether git is to be started, and with which arguments. */
function prepare(command: GitCommand, args: readonly string[], { trusted }: GitOptions): Start {
  if (!trusted) return { kind: 'refused', reason: 'git is not started in untrusted folders.' };
  const git = findGit();
  if (git === null) return { kind: 'refused', reason: 'There is no git on the PATH.' };
  const all = ['--no-pager', ...configuration, command, ...forced[command], ...args];
  return { kind: 'start', git, args: all };
}

const firstLine = (text: string) => text.trim().split('\n')[0] ?? '';

/** Asks git, without a shell and without anything a repository's configuration could start. */
export function runGit(
  command: GitCommand,
  args: readonly string[],
  options: GitOptions,
): Promise<GitAnswer> {
  const start = prepare(command, args, options);
  if (start.kind === 'refused') return Promise.resolve(start);
  return new Promise((resolve) => {
    const child = execFile(
      start.git,
      start.args,
      {
        cwd: options.cwd,
        env: gitEnvironment(process.env),
        encoding: 'utf8',
        shell: false,
        windowsHide: true,
        timeout: timeoutMs,
        maxBuffer: maxOutputBytes,
      },
      (error, stdout, stderr) => {
        if (!error) resolve({ kind: 'ok', stdout });
        else resolve({ kind: 'failed', reason: firstLine(stderr) || error.message });
      },
    );
    // A git that ends before it has read everything has said why.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(options.input);
  });
}

interface Streamed {
  readonly input?: string | undefined;
  /** Whether more is wanted. */
  readonly onBytes: (bytes: Buffer) => boolean;
  readonly onEnd?: () => void;
}

/** Runs git and hands over what it prints; git is ended when no more is wanted. */
function streamBytes(
  command: GitCommand,
  args: readonly string[],
  options: GitOptions,
  { input, onBytes, onEnd }: Streamed,
): Promise<GitAnswer> {
  const start = prepare(command, args, options);
  if (start.kind === 'refused') return Promise.resolve(start);
  return new Promise((resolve) => {
    const child = spawn(start.git, start.args, {
      cwd: options.cwd,
      env: gitEnvironment(process.env),
      shell: false,
      windowsHide: true,
      timeout: streamTimeoutMs,
      stdio: 'pipe',
    });
    let complaint = '';
    let isEnough = false;
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      if (complaint.length < 10_000) complaint += text;
    });
    child.stdout.on('data', (bytes: Buffer) => {
      if (isEnough || onBytes(bytes)) return;
      isEnough = true;
      child.kill();
    });
    // A git that ends before it has read everything has said why.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    child.on('error', (error) => resolve({ kind: 'failed', reason: error.message }));
    child.on('close', (code, signal) => {
      if (!isEnough) onEnd?.();
      if (isEnough || code === 0) resolve({ kind: 'ok', stdout: '' });
      else
        resolve({
          kind: 'failed',
          reason: firstLine(complaint) || `git ended with ${signal ?? code}.`,
        });
    });
  });
}

/** As `runGit`, line by line; git is ended when `onLine` wants no more. `stdout` of the answer is empty. */
export function streamGit(
  command: GitCommand,
  args: readonly string[],
  options: GitOptions,
  onLine: (line: string) => boolean,
): Promise<GitAnswer> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  const onBytes = (bytes: Buffer) => {
    const lines = (rest + decoder.write(bytes)).split('\n');
    rest = lines.pop() ?? '';
    return lines.every((line) => onLine(line));
  };
  const onEnd = () => {
    if (rest !== '') onLine(rest);
  };
  return streamBytes(command, args, options, { onBytes, onEnd });
}

/** Reads blobs by `cat-file --batch`, in one process. */
export function readGitBlobs(
  ids: readonly string[],
  options: GitOptions,
  onBlob: (id: string, bytes: Uint8Array) => boolean,
): Promise<GitAnswer> {
  if (ids.length === 0) return Promise.resolve({ kind: 'ok', stdout: '' });
  const input = `${ids.join('\n')}\n`;
  const onBytes = createBatchReader(onBlob);
  return streamBytes('cat-file', ['--batch', '--buffer'], options, { input, onBytes });
}
