import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds the root package.json, however the task was started. */
export const repositoryRoot = fileURLToPath(new URL('../..', import.meta.url));

/**
 * An absolute path inside the repository.
 *
 * @param {string[]} segments
 */
export function inRepository(...segments) {
  return path.join(repositoryRoot, ...segments);
}
