import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** All log files of one name under a folder, joined in the order of their folders' names. */
export async function readLogs(folder: string, name: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true }).catch(() => []);
  const files = entries.filter((entry) => path.basename(entry) === name).sort();
  const texts = await Promise.all(files.map((file) => readFile(path.join(folder, file), 'utf8')));
  return texts.join('\n');
}
