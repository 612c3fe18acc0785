import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** The project's own folder. */
export const projectRoot = path.resolve(__dirname, '../..');

export function projectPath(file: string): string {
  return path.join(projectRoot, file);
}

export async function readProjectFile(file: string): Promise<string> {
  return await readFile(projectPath(file), 'utf8');
}
