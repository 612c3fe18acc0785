import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { contentHash } from './contentHash.mjs';
import { formatDuration, progress } from './progress.mjs';
import { repositoryRoot } from './repository.mjs';
import { withRepositoryLock } from './repositoryLock.mjs';

/**
 * @typedef {object} Product
 * @property {string} name one word, for the lock and the stamp
 * @property {string} title for the progress line
 * @property {readonly string[]} sources files and folders, relative to the root
 * @property {string} result a file that exists once it is made, absolute
 * @property {() => Promise<unknown>} make
 */

/**
 * Makes something again only when its sources changed. Their hash is kept beside the result and
 * written after it, so an interrupted making is repeated. Two processes never make the same at once.
 *
 * @param {Product} product
 */
export async function madeFrom(product) {
  if (await isCurrent(product)) return;
  await withRepositoryLock(product.name, async () => {
    if (await isCurrent(product)) return;
    const started = Date.now();
    progress(`${product.title} ...`);
    const hash = await contentHash(repositoryRoot, product.sources);
    await product.make();
    await writeFile(stampFile(product), hash);
    progress(`Done in ${formatDuration(Date.now() - started)}.`);
  });
}

/** @param {Product} product */
async function isCurrent(product) {
  if (!existsSync(product.result)) return false;
  const stamp = await readFile(stampFile(product), 'utf8').catch(() => undefined);
  return stamp === (await contentHash(repositoryRoot, product.sources));
}

/** @param {Product} product */
function stampFile(product) {
  return path.join(path.dirname(product.result), `.flaglab-${product.name}`);
}
