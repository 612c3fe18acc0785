import type { CliPorts } from '../../src/cli/cliPorts';
import { run } from '../../src/cli/run';
import { UserError } from '../../src/cli/userError';
import { createFactsReader } from '../../src/engine/createFactsReader';
import type { FolderHistory } from '../../src/engine/check/checkRequest';
import { noHistoryCache } from '../../src/engine/history/historyCache';
import type { WorkspaceFiles } from '../../src/engine/workspaceFiles';
import { readFile } from 'node:fs/promises';
import { readGitBlobs, runGit, streamGit } from '../../src/platform/node/git';
import { createNodeWorkspaceFiles } from '../../src/platform/node/nodeWorkspaceFiles';
import { createTestParser } from './testParser';

const parser = createTestParser();

export interface CheckRun {
  readonly exitCode: number;
  readonly output: string;
  readonly messages: string;
}

export interface CheckRunOptions {
  readonly files?: WorkspaceFiles;
  /** Null: no git. */
  readonly history?: Partial<FolderHistory> | null;
}

/** Runs `flaglab check` on a folder of this machine, on 2027-03-01 unless told otherwise. */
export async function runCheck(
  root: string,
  argv: readonly string[],
  { files, history = {} }: CheckRunOptions = {},
): Promise<CheckRun> {
  let output = '';
  let messages = '';
  const ports: CliPorts = {
    version: '0.0.0',
    createFactsReader: () => createFactsReader(parser),
    startSimulationThread: () => {
      throw new Error('Nothing is simulated here.');
    },
    signal: { aborted: false },
    isTerminal: false,
    openFolder: () => Promise.resolve(files ?? createNodeWorkspaceFiles(root)),
    openCache: () => Promise.resolve(undefined),
    openHistory: () =>
      history && {
        git: { run: runGit, stream: streamGit, blobs: readGitBlobs },
        root,
        trusted: true,
        cache: noHistoryCache,
        ...history,
      },
    today: () => '2027-03-01',
    readFile: (file) =>
      readFile(file).catch(() => Promise.reject(new UserError(`${file}: no file`))),
    readChunks: (file) => {
      throw new UserError(`${file}: no file`);
    },
    isSameFile: (one, other) => one === other,
    writeFile: () => Promise.resolve(),
    makeFolder: () => Promise.resolve(),
    writeOutput: (text) => {
      output += text;
    },
    writeMessage: (text) => {
      messages += text;
    },
  };
  return { exitCode: await run(['check', '.', ...argv], ports), output, messages };
}
