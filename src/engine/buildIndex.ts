import type { CancellationSignal } from '../core/model/cancellationSignal';
import { formatNamedBy } from '../core/flags/definitions/definitionFileNames';
import { decodeText } from '../core/syntax/decodeText';
import type { WorkspaceIndexOptions } from './createWorkspaceIndex';
import { followReaders } from './followReaders';
import { followReferences } from './followReferences';
import { createIndexState, type IndexState } from './indexState';
import { isOfInterest, skipFile, takeInBytes, tooLarge } from './indexUpdates';
import type { IndexProgress } from './workspaceIndex';

type BuildContext = Required<Pick<WorkspaceIndexOptions, 'largestFile' | 'giveWay'>> &
  WorkspaceIndexOptions;

/** Files are read ahead in groups of this many: waiting for a disk or a remote host is most of the time. */
const groupSize = 32;

async function readGitignore(
  state: IndexState,
  folder: string,
  { files }: BuildContext,
): Promise<void> {
  try {
    const path = folder === '' ? '.gitignore' : `${folder}/.gitignore`;
    const decoded = decodeText(await files.read(path));
    if (decoded.kind === 'text') state.rules.addGitignore(folder, decoded.text);
  } catch {
    // A folder without a .gitignore, or with one that cannot be read, ignores nothing.
  }
}

/** The files worth reading. Each folder's `.gitignore` is read before the folder is entered. */
async function listFiles(
  state: IndexState,
  context: BuildContext,
  signal: CancellationSignal,
): Promise<readonly string[]> {
  const found: string[] = [];
  await readGitignore(state, '', context);
  const listing = context.files.list({
    signal,
    async entersFolder(folder) {
      if (state.rules.ignoresFolder(folder)) return false;
      await readGitignore(state, folder, context);
      return true;
    },
  });
  for await (const listed of listing) {
    if (signal.aborted) break;
    const { path } = listed;
    if (state.rules.ignoresFile(path)) continue;
    if (listed.kind === 'skipped') {
      state.setOutcome(path, { kind: 'skipped', reason: listed.reason });
      continue;
    }
    state.listed.set(path, listed.size);
    state.setMarker(path, true);
    if (!isOfInterest(path)) continue;
    const refusal = tooLarge(listed.size, context);
    if (refusal === null) found.push(path);
    else if (!path.endsWith('.json') || formatNamedBy(path) !== null)
      skipFile(state, path, refusal);
    await context.giveWay();
  }
  return found;
}

type Bytes =
  | { readonly file: string; readonly bytes: Uint8Array }
  | { readonly file: string; readonly reason: string };

async function readBytes(file: string, { files }: BuildContext): Promise<Bytes> {
  try {
    return { file, bytes: await files.read(file) };
  } catch (error) {
    return { file, reason: `cannot be read: ${error instanceof Error ? error.message : error}` };
  }
}

/** One file that cannot be parsed is no reason to know nothing of the others. Rejects where none could be so far. */
async function takeInOrSkip(
  state: IndexState,
  file: string,
  bytes: Uint8Array,
  context: BuildContext,
): Promise<void> {
  try {
    await takeInBytes(state, file, bytes, context);
  } catch (error) {
    if (state.summary().parsed === 0) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    skipFile(state, file, `cannot be parsed: ${reason}`);
  }
}

/** Reads a whole workspace folder; null if it was cancelled. */
export async function buildIndex(
  context: BuildContext,
  onProgress: (progress: IndexProgress) => void,
  signal: CancellationSignal,
): Promise<IndexState | null> {
  const state = createIndexState(context.settings);
  onProgress({ filesDone: 0, filesTotal: null });
  const files = await listFiles(state, context, signal);
  for (let start = 0; start < files.length && !signal.aborted; start += groupSize) {
    onProgress({ filesDone: start, filesTotal: files.length });
    const group = files.slice(start, start + groupSize);
    for (const read of await Promise.all(group.map((file) => readBytes(file, context)))) {
      if (signal.aborted) return null;
      if ('bytes' in read) await takeInOrSkip(state, read.file, read.bytes, context);
      else skipFile(state, read.file, read.reason);
      await context.giveWay();
    }
  }
  await followReferences(state, context, () => signal.aborted);
  await followReaders(state, context, () => signal.aborted);
  state.dropTexts();
  if (signal.aborted) return null;
  onProgress({ filesDone: files.length, filesTotal: files.length });
  return state;
}
