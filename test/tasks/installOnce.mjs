import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { withFolderLock } from './folderLock.mjs';
import { formatDuration, progress } from './progress.mjs';

/**
 * Fills a folder once for all processes and all times: the work is done in a folder beside it and
 * renamed at the end, so an interrupted installation never counts as done.
 *
 * @param {object} installation
 * @param {string} installation.folder absolute path of the finished folder
 * @param {string} installation.title what is being installed, for the progress lines
 * @param {string} installation.expectation sizes and times, such as `about 800 MB, 1 to 3 minutes`
 * @param {(partialFolder: string) => Promise<void>} installation.install fills an empty folder;
 *   nothing in it may remember its path
 * @returns {Promise<string>} `folder`
 */
export async function installOnce({ folder, title, expectation, install }) {
  if (existsSync(folder)) return folder;
  const waiting = () => progress(`Waiting: another process is installing ${title} ...`);
  await withFolderLock(
    `${folder}.lock`,
    async () => {
      if (existsSync(folder)) return;
      const started = Date.now();
      progress(`Installing ${title} into ${folder} (${expectation}) ...`);
      await removePartialFolders(folder);
      const partial = `${folder}.partial-${process.pid}`;
      await mkdir(partial, { recursive: true });
      await install(partial);
      await rename(partial, folder);
      progress(`Installed ${title} in ${formatDuration(Date.now() - started)}.`);
    },
    waiting,
  );
  return folder;
}

/**
 * Removes what interrupted installations of the same folder left behind.
 *
 * @param {string} folder
 */
async function removePartialFolders(folder) {
  const parent = path.dirname(folder);
  const prefix = `${path.basename(folder)}.partial-`;
  const leftovers = (await readdir(parent)).filter((name) => name.startsWith(prefix));
  await Promise.all(
    leftovers.map((name) => rm(path.join(parent, name), { recursive: true, force: true })),
  );
}
