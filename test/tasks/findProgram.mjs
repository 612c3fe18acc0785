import { statSync } from 'node:fs';
import path from 'node:path';

/**
 * @typedef {object} Machine what finding a program depends on; tests pass other machines
 * @property {NodeJS.Platform} platform
 * @property {Record<string, string | undefined>} env
 * @property {(file: string) => boolean} isFile
 */

/** @type {Machine} */
export const thisMachine = { platform: process.platform, env: process.env, isFile };

/**
 * Looks a program up on PATH, with the endings Windows would try.
 *
 * @param {string} name without an ending, such as `code`
 * @param {Machine} [machine]
 * @returns {string | undefined} its absolute path
 */
export function findOnPath(name, machine = thisMachine) {
  const { platform, env } = machine;
  const isWindows = platform === 'win32';
  const rules = isWindows ? path.win32 : path.posix;
  const folders = (env['PATH'] ?? env['Path'] ?? '').split(rules.delimiter).filter(Boolean);
  const endings = isWindows ? (env['PATHEXT'] ?? '.EXE;.CMD').toLowerCase().split(';') : [''];
  const candidates = folders.flatMap((folder) =>
    endings.map((ending) => rules.join(folder, name + ending)),
  );
  return candidates.find((file) => machine.isFile(file));
}

/** @param {string} file */
function isFile(file) {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}
