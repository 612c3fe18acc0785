import { cp } from 'node:fs/promises';
import path from 'node:path';
import { cacheFolder } from './cacheFolder.mjs';
import { contentHash } from './contentHash.mjs';
import { inRepository } from './repository.mjs';

const MANIFESTS = ['package.json', 'package-lock.json'];

/**
 * Where a host is installed: a folder of the cache that is named by everything the result depends
 * on, so that another lock file is another installation.
 *
 * @param {string} name folder under test/host, such as `desktop`
 * @param {number} recipe raised by hand when the steps of the installation change
 */
export async function hostFolder(name, recipe) {
  const hash = await contentHash(inRepository('test', 'host', name), MANIFESTS, [
    `recipe ${recipe}`,
    process.platform,
    process.arch,
  ]);
  return path.join(cacheFolder(), 'hosts', `${name}-${hash.slice(0, 16)}`);
}

/**
 * Copies a host's package.json and lock file, the start of every installation.
 *
 * @param {string} name
 * @param {string} target
 */
export async function copyManifests(name, target) {
  for (const file of MANIFESTS) {
    await cp(inRepository('test', 'host', name, file), path.join(target, file));
  }
}
