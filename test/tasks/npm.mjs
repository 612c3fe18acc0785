import path from 'node:path';
import { findOnPath, thisMachine } from './findProgram.mjs';
import { mustRun } from './runProgram.mjs';
import { SetupProblem } from './setupProblem.mjs';

/** What an installation by a script needs and a person does not want to read. */
const QUIET = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];

/**
 * How npm is started: always as `node npm-cli.js`, because `npm.cmd` on Windows needs a shell.
 *
 * @param {object} [situation] tests pass other machines
 * @param {string} [situation.node] the Node binary that runs npm
 * @param {import('./findProgram.mjs').Machine} [situation.machine]
 * @returns {{ command: string, args: string[] }}
 */
export function npmCommand(situation = {}) {
  const { node = process.execPath, machine = thisMachine } = situation;
  const rules = machine.platform === 'win32' ? path.win32 : path.posix;
  const fromNpm = machine.env['npm_execpath'];
  const nodeFolder = rules.dirname(process.execPath);
  const candidates = [
    ...(fromNpm && rules.basename(fromNpm) === 'npm-cli.js' ? [fromNpm] : []),
    rules.join(nodeFolder, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    rules.join(nodeFolder, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ];
  const script = candidates.find((file) => machine.isFile(file));
  if (script) return { command: node, args: [script] };
  const program = machine.platform === 'win32' ? undefined : findOnPath('npm', machine);
  if (program) return { command: program, args: [] };
  throw new SetupProblem('npm was not found. Install Node.js 20.19 or later together with npm.');
}

/**
 * The environment for an npm inside npm: what belongs to the outer package is removed, the user's
 * registry, proxy and cache stay.
 *
 * @param {Record<string, string | undefined>} env
 */
export function innerNpmEnvironment(env) {
  const outer =
    /^npm_(package_|lifecycle_|command$|config_(local_prefix|prefix|global_prefix|omit|include)$)/i;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !outer.test(name)));
}

/**
 * Runs npm quietly in a folder; it must succeed.
 *
 * @param {object} call
 * @param {string} call.purpose for the message of a failure
 * @param {string} call.cwd
 * @param {readonly string[]} call.args
 * @param {string} [call.node] the Node binary that runs npm
 * @param {Record<string, string | undefined>} [call.env] additions to the environment
 */
export async function runNpm({ purpose, cwd, args, node, env = {} }) {
  const npm = npmCommand(node ? { node } : {});
  await mustRun(purpose, npm.command, [...npm.args, ...args, ...QUIET], {
    cwd,
    env: { ...innerNpmEnvironment(process.env), ...env },
  });
}
