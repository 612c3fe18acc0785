import { mkdtemp, realpath, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

/** A new empty folder under the system's temporary folder, without links in its path. */
export async function makeTemporaryFolder(purpose: string): Promise<string> {
  const root = await realpath(os.tmpdir());
  return mkdtemp(path.join(root, `flaglab-${purpose}-`));
}

/** Removes it. Windows keeps files of a process that just ended locked for a moment: it is retried. */
export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
}
