import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { withRepositoryLock } from './repositoryLock.mjs';
import { runNpm } from './npm.mjs';
import { formatDuration, progress } from './progress.mjs';
import { repositoryRoot } from './repository.mjs';

/**
 * The part of a lock file that is compared: each package's version by its folder.
 *
 * @typedef {{ packages?: Record<string, { version?: string, optional?: boolean, devOptional?: boolean }> }} LockFile
 */

/**
 * Installs the root's dependencies when node_modules is missing or is not what package-lock.json
 * says. npm leaves a record of what it installed as its last act, so an interrupted installation
 * is repeated. Install scripts are never run.
 */
export async function ensureDependencies() {
  if (await dependenciesAreInstalled()) return;
  await withRepositoryLock('dependencies', async () => {
    if (await dependenciesAreInstalled()) return;
    const started = Date.now();
    progress('Installing the packages of package-lock.json (about a minute the first time) ...');
    await runNpm({
      purpose: 'npm ci',
      cwd: repositoryRoot,
      args: ['ci', '--ignore-scripts', '--include=dev'],
    });
    progress(`Installed the packages in ${formatDuration(Date.now() - started)}.`);
  });
}

/**
 * Whether what npm installed is what the lock file asks for. Optional packages may be absent: most
 * of them are for other platforms.
 *
 * @param {LockFile} wanted package-lock.json
 * @param {LockFile} installed node_modules/.package-lock.json
 */
export function isInstalled(wanted, installed) {
  const present = installed.packages ?? {};
  return Object.entries(wanted.packages ?? {}).every(([folder, entry]) => {
    if (folder === '') return true;
    const found = present[folder];
    if (!found) return Boolean(entry.optional || entry.devOptional);
    return found.version === entry.version;
  });
}

async function dependenciesAreInstalled() {
  const wanted = await readLock('package-lock.json');
  const installed = await readLock(path.join('node_modules', '.package-lock.json'));
  return wanted !== undefined && installed !== undefined && isInstalled(wanted, installed);
}

/**
 * @param {string} file
 * @returns {Promise<LockFile | undefined>}
 */
async function readLock(file) {
  try {
    return JSON.parse(await readFile(path.join(repositoryRoot, file), 'utf8'));
  } catch {
    return undefined;
  }
}
