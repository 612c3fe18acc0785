import os from 'node:os';
import path from 'node:path';

/**
 * Where installed hosts and the user data of `npm start` are kept: outside the work tree, so that a
 * fresh clone finds them again. `FLAGLAB_CACHE` names another folder.
 *
 * @param {object} [machine] what the answer depends on; tests pass other machines
 * @param {NodeJS.Platform} [machine.platform]
 * @param {Record<string, string | undefined>} [machine.env]
 * @param {string} [machine.home]
 * @returns {string} an absolute path; the folder may not exist yet
 */
export function cacheFolder(machine = {}) {
  const { platform = process.platform, env = process.env, home = os.homedir() } = machine;
  const rules = platform === 'win32' ? path.win32 : path.posix;
  if (env['FLAGLAB_CACHE']) return rules.resolve(env['FLAGLAB_CACHE']);
  if (platform === 'win32') {
    const local = env['LOCALAPPDATA'] || rules.join(home, 'AppData', 'Local');
    return rules.join(local, 'flaglab');
  }
  if (platform === 'darwin') return rules.join(home, 'Library', 'Caches', 'flaglab');
  return rules.join(env['XDG_CACHE_HOME'] || rules.join(home, '.cache'), 'flaglab');
}
