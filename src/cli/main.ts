import { constants } from 'node:fs';
import { createHash } from 'node:crypto';
import { access, mkdir, open, readFile, stat } from 'node:fs/promises';
import { availableParallelism, homedir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { createFactsCache } from '../engine/createFactsCache';
import type { FactsCache } from '../engine/factsCache';
import { createFactsReaders } from '../engine/createFactsReaders';
import { createRemoteFactsReader } from '../engine/createRemoteFactsReader';
import type { FactsReader } from '../engine/factsReader';
import { readGitBlobs, runGit, streamGit } from '../platform/node/git';
import { startSimulationThread } from '../platform/node/simulationThread';
import { startIndexingThread } from '../platform/node/indexingWorker';
import { noHistoryCache } from '../engine/history/historyCache';
import { createNodeHistoryCache } from '../platform/node/nodeHistoryCache';
import { createNodeFactsStore } from '../platform/node/nodeFactsStore';
import { createNodeWorkspaceFiles, pathBelow } from '../platform/node/nodeWorkspaceFiles';
import { userCacheFolder } from '../platform/node/userCacheFolder';
import { writeWhole } from '../platform/node/writeWhole';
import type { CliPorts } from './cliPorts';
import { run } from './run';
import { UserError } from './userError';

declare const FLAGLAB_VERSION: string;
/** Names the rules by which facts are found: others find other facts. */
declare const FLAGLAB_RULES: string;

/** More threads take longer to start than they save. */
const mostThreads = 2;

/** What went wrong with a file, in words. */
function explain(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  switch (code) {
    case 'ENOENT':
      return 'it is not there';
    case 'EACCES':
    case 'EPERM':
      return 'permission is denied';
    case 'EISDIR':
      return 'it is a folder';
    case 'EEXIST':
      return 'it is there already and is left as it is';
    default:
      return error instanceof Error ? error.message : String(error);
  }
}

async function openFolder(folder: string): ReturnType<CliPorts['openFolder']> {
  const found = await stat(folder).catch((error: unknown) => {
    throw new UserError(`The folder ${folder} cannot be read: ${explain(error)}.`);
  });
  if (!found.isDirectory()) throw new UserError(`${folder} is a file. Give the folder it is in.`);
  await access(folder, constants.R_OK | constants.X_OK).catch((error: unknown) => {
    throw new UserError(`The folder ${folder} cannot be read: ${explain(error)}.`);
  });
  return createNodeWorkspaceFiles(path.resolve(folder), { isBlocking: true });
}

/** Readers in threads of their own. The first one is started at once: it loads while the folder is listed. */
function createReaders(): FactsReader {
  const start = startIndexingThread(
    path.join(__dirname, 'indexing.node.js'),
    path.join(__dirname, 'grammars'),
  );
  const readGrammar = () => Promise.reject(new Error('Threads read grammars themselves.'));
  const first = createRemoteFactsReader({ start, readGrammar });
  first.warmUp();
  const others = Array.from({ length: Math.min(availableParallelism(), mostThreads) - 1 }, () =>
    createRemoteFactsReader({ start, readGrammar }),
  );
  return createFactsReaders([first, ...others]);
}

/** Bytes read at once: enough for the disk, little for memory. */
const chunkBytes = 1 << 20;

async function* readChunks(file: string): AsyncGenerator<Uint8Array> {
  const fail = (error: unknown): never => {
    throw new UserError(`${file} cannot be read: ${explain(error)}.`);
  };
  const handle = await open(file, 'r').catch(fail);
  try {
    const buffer = new Uint8Array(chunkBytes);
    for (;;) {
      const { bytesRead } = await handle.read(buffer, 0, chunkBytes).catch(fail);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
}

function today(): string {
  const now = new Date();
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

let readers: FactsReader | null = null;

/** Folders that are scanned in one run share them. */
function sharedReaders(): FactsReader {
  readers ??= createReaders();
  return readers;
}

/** Nothing is ever written into a folder that is scanned. */
async function openCache(
  folder: string,
  { folder: given, verify }: Parameters<CliPorts['openCache']>[1],
): Promise<FactsCache | undefined> {
  const root = path.resolve(folder);
  const { platform, env } = process;
  const place = given ?? userCacheFolder({ platform, env, home: homedir() });
  if (pathBelow(root, path.resolve(place)) !== null) {
    if (given === null) return undefined;
    throw new UserError(`${given} is within ${folder}, which is scanned. Give a folder outside.`);
  }
  const name = createHash('sha256').update(root).digest('hex').slice(0, 32);
  const store = createNodeFactsStore(path.resolve(place, 'facts', name));
  const version = `${FLAGLAB_VERSION} ${FLAGLAB_RULES}`;
  return await createFactsCache(store, { version, verify });
}

function createPorts(signal: AbortSignal): CliPorts {
  return {
    version: FLAGLAB_VERSION,
    createFactsReader: sharedReaders,
    startSimulationThread: startSimulationThread(path.join(__dirname, 'simulation.node.js')),
    openCache,
    signal,
    isTerminal: process.stderr.isTTY,
    openFolder,
    // Whoever types a command on a folder trusts it.
    openHistory: (folder, cache) => ({
      git: { run: runGit, stream: streamGit, blobs: readGitBlobs },
      root: path.resolve(folder),
      trusted: true,
      cache: cache ? createNodeHistoryCache(cache.folder ?? undefined) : noHistoryCache,
    }),
    readFile: async (file) =>
      await readFile(file).catch((error: unknown) => {
        throw new UserError(`${file} cannot be read: ${explain(error)}.`);
      }),
    readChunks,
    today,
    isSameFile: (one, other) => path.resolve(one) === path.resolve(other),
    writeFile: async (file, text, { replace }) => {
      await writeWhole(file, text, { replace }).catch((error: unknown) => {
        throw new UserError(`${file} cannot be written: ${explain(error)}.`);
      });
    },
    makeFolder: async (folder) => {
      await mkdir(folder, { recursive: true }).catch((error: unknown) => {
        throw new UserError(`The folder ${folder} cannot be made: ${explain(error)}.`);
      });
    },
    writeOutput: (text) => process.stdout.write(text),
    writeMessage: (text) => process.stderr.write(text),
  };
}

/** A reader that has seen enough (`| head`) is no fault. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  process.stderr.write(`The output cannot be written: ${explain(error)}.\n`);
  process.exit(2);
});

const interruption = new AbortController();
process.once('SIGINT', () => interruption.abort());

void run(process.argv.slice(2), createPorts(interruption.signal)).then((exitCode) => {
  process.exitCode = exitCode;
});
