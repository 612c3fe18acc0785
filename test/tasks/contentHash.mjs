import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * One hash over files and folders: over names relative to `root` (with forward slashes, in sorted
 * order) and contents, so that it is the same on every operating system. An entry that does not
 * exist counts as absent, and appearing later changes the hash.
 *
 * @param {string} root absolute folder
 * @param {readonly string[]} entries files or folders, relative to `root`
 * @param {readonly string[]} [extra] further text the result depends on, such as the platform
 * @returns {Promise<string>} 40 hexadecimal digits
 */
export async function contentHash(root, entries, extra = []) {
  const hash = createHash('sha256');
  for (const text of extra) hash.update(`${text}\0`);
  for (const file of await listFiles(root, entries)) {
    hash.update(`${file}\0`);
    hash.update(await readFile(path.join(root, file)));
    hash.update('\0');
  }
  return hash.digest('hex').slice(0, 40);
}

/**
 * @param {string} root
 * @param {readonly string[]} entries
 */
async function listFiles(root, entries) {
  const found = await Promise.all(entries.map((entry) => filesUnder(root, entry)));
  return found.flat().sort();
}

/**
 * @param {string} root
 * @param {string} entry
 * @returns {Promise<string[]>}
 */
async function filesUnder(root, entry) {
  let children;
  try {
    children = await readdir(path.join(root, entry), { withFileTypes: true });
  } catch (error) {
    const code = /** @type {NodeJS.ErrnoException} */ (error).code;
    if (code === 'ENOENT') return [];
    if (code === 'ENOTDIR') return [entry];
    throw error;
  }
  const pathOf = (/** @type {import('node:fs').Dirent} */ child) =>
    path.posix.join(entry, child.name);
  const files = children.filter((child) => child.isFile()).map(pathOf);
  const folders = children.filter((child) => child.isDirectory()).map(pathOf);
  const nested = await Promise.all(folders.map((folder) => filesUnder(root, folder)));
  return [...files, ...nested.flat()];
}
