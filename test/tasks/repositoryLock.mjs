import { createHash } from 'node:crypto';
import path from 'node:path';
import { cacheFolder } from './cacheFolder.mjs';
import { withFolderLock } from './folderLock.mjs';
import { progress } from './progress.mjs';
import { repositoryRoot } from './repository.mjs';

/** Tells one clone from another in the cache folder they share. */
export function cloneId() {
  return createHash('sha256').update(repositoryRoot).digest('hex').slice(0, 16);
}

/**
 * Does some work on this clone while no other process does the same: `npm start` and `npm test` may
 * be started at once.
 *
 * @template T
 * @param {string} name of the work, such as `build`
 * @param {() => Promise<T>} work
 */
export function withRepositoryLock(name, work) {
  const lockFolder = path.join(cacheFolder(), 'locks', `${cloneId()}-${name}`);
  return withFolderLock(lockFolder, work, () =>
    progress(`Waiting: another process works on the ${name} of this clone ...`),
  );
}
