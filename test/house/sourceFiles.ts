import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { projectRoot as root } from './projectFiles';

/** All TypeScript files below a folder of the project, as paths from the project's root with `/`. */
export async function sourceFiles(folder: string): Promise<readonly string[]> {
  const entries = await readdir(path.join(root, folder), { recursive: true });
  return entries
    .filter((entry) => entry.endsWith('.ts'))
    .map((entry) => `${folder}/${entry.split(path.sep).join('/')}`)
    .toSorted();
}
