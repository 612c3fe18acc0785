import type { CancellationSignal } from '../core/model/cancellationSignal';
import { formatNamedBy } from '../core/flags/definitions/definitionFileNames';
import { decodeText } from '../core/syntax/decodeText';
import type { WorkspaceIndexOptions } from './createWorkspaceIndex';
import { followReaders } from './followReaders';
import { followReferences } from './followReferences';
import { createIndexState, type IndexState } from './indexState';
import { isOfInterest } from './indexUpdates';
import { Intake } from './intake';
import { createKeptFiles, type FileToRead, type KeptFiles } from './keptFiles';
import type { FileDigest } from './fileDigest';
import { skipFile, tooLarge } from './takeIn';
import type { IndexProgress } from './workspaceIndex';

type BuildContext = Required<Pick<WorkspaceIndexOptions, 'largestFile' | 'giveWay'>> &
  WorkspaceIndexOptions;

/** Files are read ahead in groups of this many: waiting for a disk or a remote host is most of the time. */
const groupSize = 32;

/** So many files may wait for being parsed: their texts are in memory. */
const mostParsing = 256;

interface Following {
  readonly onProgress: (progress: IndexProgress) => void;
  readonly signal: CancellationSignal;
}

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

/** The files worth reading. Each folder's `.gitignore` is read before anything else in it. */
async function listFiles(
  state: IndexState,
  context: BuildContext,
  signal: CancellationSignal,
): Promise<readonly FileToRead[]> {
  const found: FileToRead[] = [];
  const listing = context.files.list({
    signal,
    entersFolder: (folder) => !state.rules.ignoresFolder(folder),
    opened: (folder, names) =>
      names.includes('.gitignore') ? readGitignore(state, folder, context) : undefined,
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
    if (refusal === null) found.push(listed);
    else if (!path.endsWith('.json') || formatNamedBy(path) !== null)
      skipFile(state, path, refusal);
    await context.giveWay();
  }
  return found;
}

type Bytes =
  | { readonly file: string; readonly bytes: Uint8Array }
  | { readonly file: string; readonly reason: string };

function unreadable(file: string, error: unknown): Bytes {
  return { file, reason: `cannot be read: ${error instanceof Error ? error.message : error}` };
}

async function readBytes(file: string, { files }: BuildContext): Promise<Bytes> {
  try {
    return { file, bytes: await files.read(file) };
  } catch (error) {
    return unreadable(file, error);
  }
}

function readBytesNow(file: string, readNow: (file: string) => Uint8Array): Bytes {
  try {
    return { file, bytes: readNow(file) };
  } catch (error) {
    return unreadable(file, error);
  }
}

/** A group of files: what is known of them, or their bytes where these are read ahead. */
async function readAhead(
  files: readonly FileToRead[],
  kept: KeptFiles,
  context: BuildContext,
): Promise<readonly (FileDigest | Bytes | null)[]> {
  const isLater = context.files.readNow !== undefined;
  return await Promise.all(
    files.map(
      async (file) =>
        kept.unchanged(file) ?? (isLater ? null : await readBytes(file.path, context)),
    ),
  );
}

/** Takes in all files. Whether that was not cancelled. */
async function takeInAll(
  files: readonly FileToRead[],
  { state, kept }: { readonly state: IndexState; readonly kept: KeptFiles },
  context: BuildContext,
  { onProgress, signal }: Following,
): Promise<boolean> {
  const intake = new Intake(state, context);
  const { readNow } = context.files;
  for (let start = 0; start < files.length; start += groupSize) {
    onProgress({ filesDone: start, filesTotal: files.length });
    const group = files.slice(start, start + groupSize);
    const ahead = await readAhead(group, kept, context);
    for (const [index, file] of group.entries()) {
      if (signal.aborted) return false;
      const found = ahead[index] ?? (readNow ? readBytesNow(file.path, readNow) : null);
      if (found && 'bytes' in found)
        intake.add(file.path, kept.digestOf(file, found.bytes), found.bytes);
      else if (found && 'reason' in found) skipFile(state, file.path, found.reason);
      else if (found) intake.add(file.path, found);
      await intake.rest(mostParsing);
      await context.giveWay();
    }
  }
  await intake.settle();
  return !signal.aborted;
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
  const kept = createKeptFiles(context.cache);
  if (!(await takeInAll(files, { state, kept }, context, { onProgress, signal }))) return null;
  await followReferences(state, context, () => signal.aborted);
  await followReaders(state, context, () => signal.aborted);
  state.dropTexts();
  if (signal.aborted) return null;
  await kept.save();
  onProgress({ filesDone: files.length, filesTotal: files.length });
  return state;
}
