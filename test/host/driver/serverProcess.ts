import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

/** How long a process may take to end by itself before it is killed. */
const STOP_TIMEOUT_MS = 5_000;

/** What is started, and how its output says that it is ready. */
export interface ServerCommand {
  readonly command: string;
  readonly args: readonly string[];
  /** Additions to this process's environment; `undefined` removes a variable. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Matched against the whole output so far; the match is handed to the caller. */
  readonly ready: RegExp;
  readonly timeoutMs: number;
}

/** A process that runs until it is stopped. */
export interface ServerProcess {
  readonly ready: RegExpMatchArray;
  /** Everything it printed so far. */
  output(): string;
  stop(): Promise<void>;
}

/** Starts a process and waits until it prints that it is ready. */
export async function startServer(server: ServerCommand): Promise<ServerProcess> {
  const child = spawn(server.command, server.args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...server.env },
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
  const stop = () => stopProcess(child);
  try {
    const ready = await waitForOutput({ child, server, output: () => output });
    return { ready, output: () => output, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

interface Waiting {
  readonly child: ChildProcess;
  readonly server: ServerCommand;
  readonly output: () => string;
}

async function waitForOutput({ child, server, output }: Waiting): Promise<RegExpMatchArray> {
  const failed = once(child, 'error').then(([error]) => Promise.reject(error as Error));
  failed.catch(() => {});
  const deadline = Date.now() + server.timeoutMs;
  for (;;) {
    const match = output().match(server.ready);
    if (match) return match;
    if (child.exitCode !== null || Date.now() > deadline) {
      const what = child.exitCode === null ? 'is not ready' : `ended with ${child.exitCode}`;
      throw new Error(`${server.command} ${what}:\n${output()}`);
    }
    await Promise.race([sleep(50), failed]);
  }
}

async function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const killer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
  await ended;
  clearTimeout(killer);
}
