import { spawn } from 'node:child_process';
import { SetupProblem } from './setupProblem.mjs';

/** How many lines of a failed program's output are shown from either end. */
const SHOWN_LINES = 15;

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {Record<string, string | undefined>} [env] the whole environment, not an addition
 * @property {'capture' | 'show'} [output] `capture` (default) collects it, `show` lets it through
 * @property {number} [timeoutMs] after which it is ended
 */

/**
 * Runs a program to its end. No shell is involved: arguments are passed as they are.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{ code: number, output: string }>} the exit code (128 when a signal ended it)
 *   and, if captured, stdout and stderr in the order of their arrival
 */
export function runProgram(command, args, options = {}) {
  const { cwd, env = process.env, output: mode = 'capture', timeoutMs } = options;
  return new Promise((resolve, reject) => {
    const stdio = mode === 'show' ? 'inherit' : ['ignore', 'pipe', 'pipe'];
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: /** @type {import('node:child_process').StdioOptions} */ (stdio),
      ...(timeoutMs && { timeout: timeoutMs }),
    });
    /** @type {Buffer[]} */
    const chunks = [];
    child.stdout?.on('data', (chunk) => chunks.push(chunk));
    child.stderr?.on('data', (chunk) => chunks.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code: code ?? 128, output: Buffer.concat(chunks).toString('utf8') });
    });
  });
}

/**
 * Runs a program that must succeed. A failure is reported with its output.
 *
 * @param {string} purpose for the message, such as `Installing VS Code`
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<string>} its output
 */
export async function mustRun(purpose, command, args, options) {
  const { code, output } = await runProgram(command, args, options);
  if (code === 0) return output;
  const line = [command, ...args].join(' ');
  throw new SetupProblem(
    `${startAndEnd(output)}\n\n${purpose} failed with exit code ${code}:\n${line}`,
  );
}

/**
 * The reason of a failure is near the start of an output or near its end.
 *
 * @param {string} output
 */
function startAndEnd(output) {
  const lines = output.trim().split('\n');
  if (lines.length <= 2 * SHOWN_LINES) return lines.join('\n');
  return [...lines.slice(0, SHOWN_LINES), '...', ...lines.slice(-SHOWN_LINES)].join('\n');
}
