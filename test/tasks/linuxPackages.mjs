import { findOnPath, thisMachine } from './findProgram.mjs';
import { progress } from './progress.mjs';
import { mustRun } from './runProgram.mjs';
import { SetupProblem } from './setupProblem.mjs';

/**
 * Who may install system packages here.
 *
 * @typedef {'as-root' | 'with-sudo' | 'not-allowed'} Permission
 */

/**
 * Installs Debian packages where that is nobody's surprise: as root, or in CI with a sudo that asks
 * for no password. Everywhere else the person gets one line to paste.
 *
 * @param {object} need
 * @param {string} need.purpose such as `A browser is needed for the panel's tests`
 * @param {readonly string[]} need.packages
 */
export async function installLinuxPackages({ purpose, packages }) {
  const permission = installPermission({ machine: thisMachine, userId: process.getuid?.() });
  if (permission === 'not-allowed') {
    throw new SetupProblem(`${purpose}. Paste this, then try again:\n${pasteLine(packages)}`);
  }
  progress(`${purpose}: installing ${packages.join(', ')} with apt-get (about a minute) ...`);
  for (const args of aptCommands(packages)) {
    const [command, ...rest] = permission === 'with-sudo' ? ['sudo', '-n', ...args] : args;
    await mustRun('The system package manager', /** @type {string} */ (command), rest, {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  }
}

/**
 * @param {object} situation
 * @param {import('./findProgram.mjs').Machine} situation.machine
 * @param {number | undefined} situation.userId
 * @returns {Permission}
 */
export function installPermission({ machine, userId }) {
  if (machine.platform !== 'linux' || !findOnPath('apt-get', machine)) return 'not-allowed';
  if (userId === 0) return 'as-root';
  return machine.env['CI'] && findOnPath('sudo', machine) ? 'with-sudo' : 'not-allowed';
}

/** @param {readonly string[]} packages */
export function pasteLine(packages) {
  return aptCommands(packages)
    .map((args) => `sudo ${args.join(' ')}`)
    .join(' && ');
}

/** @param {readonly string[]} packages */
function aptCommands(packages) {
  return [
    ['apt-get', 'update'],
    ['apt-get', 'install', '-y', ...packages],
  ];
}
