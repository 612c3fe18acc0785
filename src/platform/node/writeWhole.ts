import { randomUUID } from 'node:crypto';
import { open, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Writes a file so that it has either what it had or all of the new text, whatever interrupts it: the text goes into a file
 * beside it, which then takes its name. A link stays a link, and what it points to is written; permissions stay. What is no
 * file (a device, a pipe) is written to directly. With `replace: false` a file that is there is left, and it rejects with
 * `EEXIST`. Rejects with the system's error; nothing is left behind then.
 */
export async function writeWhole(
  file: string,
  text: string,
  { replace }: { readonly replace: boolean },
): Promise<void> {
  const known = await stat(file).catch(() => null);
  if (known?.isFile() === false) return await writeFile(file, text);
  if (!replace) return await writeNew(file, text);
  if (known === null) return await takeName(file, text, undefined);
  const target = await realpath(file);
  // A file that may not be written is not to be replaced either.
  await (await open(target, 'r+')).close();
  await takeName(target, text, known.mode);
}

async function takeName(file: string, text: string, mode: number | undefined): Promise<void> {
  const beside = path.join(path.dirname(file), `.${path.basename(file)}.${randomUUID()}.tmp`);
  try {
    await writeNew(beside, text, mode);
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

/** A file that is not there yet; what was begun is taken away where it cannot be finished. */
async function writeNew(file: string, text: string, mode?: number): Promise<void> {
  const handle = await open(file, 'wx', mode);
  try {
    await handle.writeFile(text);
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
}
