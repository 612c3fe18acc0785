import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

/** How long a process may take to end by itself before it is killed. */
const STOP_TIMEOUT_MS = 5_000;

/**
 * What is started, and how its output says that it is ready.
 *
 * @typedef {object} ServerCommand
 * @property {string} command
 * @property {readonly string[]} args
 * @property {Readonly<Record<string, string | undefined>>} [env] additions to this process's
 *   environment; `undefined` removes a variable
 * @property {RegExp} ready matched against the whole output so far; the match goes to the caller
 * @property {number} timeoutMs
 */

/**
 * A process that runs until it is stopped.
 *
 * @typedef {object} ServerProcess
 * @property {RegExpMatchArray} ready
 * @property {() => string} output everything it printed so far
 * @property {Promise<number>} ended resolves to its exit code, 128 when a signal ended it
 * @property {() => Promise<void>} stop
 */

/**
 * Starts a process and waits until it prints that it is ready.
 *
 * @param {ServerCommand} server
 * @returns {Promise<ServerProcess>}
 */
export async function startServer(server) {
  const child = spawn(server.command, server.args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...server.env },
  });
  let text = '';
  const collect = (/** @type {Buffer} */ chunk) => (text += chunk.toString('utf8'));
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const output = () => text;
  const ended = once(child, 'exit').then(([code]) => /** @type {number} */ (code ?? 128));
  ended.catch(() => {});
  try {
    const ready = await waitForOutput(child, server, output);
    return { ready, output, ended, stop: () => stopProcess(child) };
  } catch (error) {
    await stopProcess(child);
    throw error;
  }
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {ServerCommand} server
 * @param {() => string} output
 * @returns {Promise<RegExpMatchArray>}
 */
async function waitForOutput(child, server, output) {
  /** @type {Error | undefined} */
  let failure;
  child.on('error', (error) => (failure = error));
  const deadline = Date.now() + server.timeoutMs;
  for (;;) {
    if (failure) throw failure;
    const match = output().match(server.ready);
    if (match) return match;
    if (hasEnded(child)) throw new Error(`${server.command} ended at once:\n${output()}`);
    if (Date.now() > deadline) throw new Error(`${server.command} is not ready:\n${output()}`);
    await sleep(50);
  }
}

/** @param {import('node:child_process').ChildProcess} child */
async function stopProcess(child) {
  if (child.pid === undefined || hasEnded(child)) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const killer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
  await ended;
  clearTimeout(killer);
}

/** @param {import('node:child_process').ChildProcess} child */
function hasEnded(child) {
  return child.exitCode !== null || child.signalCode !== null;
}
