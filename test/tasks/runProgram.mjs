import { spawn } from 'node:child_process';
import { SetupProblem } from './setupProblem.mjs';

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {Record<string, string | undefined>} [env] the whole environment, not an addition
 * @property {'capture' | 'show'} [output] `capture` (default) collects it, `show` lets it through
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
  const { cwd, env = process.env, output: mode = 'capture' } = options;
  return new Promise((resolve, reject) => {
    const stdio = mode === 'show' ? 'inherit' : ['ignore', 'pipe', 'pipe'];
    const child = spawn(command, args, { cwd, env, stdio: /** @type {any} */ (stdio) });
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
 * Runs a program that must succeed. A failure is reported with the end of its output.
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
  const end = output.trimEnd().split('\n').slice(-25).join('\n');
  throw new SetupProblem(
    `${end}\n${purpose} failed with exit code ${code}: ${[command, ...args].join(' ')}`,
  );
}
