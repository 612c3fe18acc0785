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
): Promise<readonly string[]> {
  const found: string[] = [];
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
    if (refusal === null) found.push(path);
    else if (!path.endsWith('.json') || formatNamedBy(path) !== null)
      skipFile(state, path, refusal);
    await context.giveWay();
  }
  return found;
}

/**
 * Takes files in while others are still being parsed. One file that cannot be parsed is no reason to know nothing of the others;
 * `settle` rejects where none could be.
 */
class Intake {
  private readonly parsing = new Set<Promise<void>>();
  private readonly failed: { readonly file: string; readonly error: unknown }[] = [];

  constructor(
    private readonly state: IndexState,
    private readonly context: BuildContext,
  ) {}

  add(file: string, bytes: Uint8Array): void {
    const parsed = takeInBytes(this.state, file, bytes, this.context);
    if (parsed === null) return;
    const settled: Promise<void> = parsed
      .catch((error: unknown) => void this.failed.push({ file, error }))
      .then(() => void this.parsing.delete(settled));
    this.parsing.add(settled);
  }

  /** Waits until no more than so many files are being parsed. */
  async rest(atMost: number): Promise<void> {
    while (this.parsing.size > atMost) await Promise.race(this.parsing);
  }

  async settle(): Promise<void> {
    await this.rest(0);
    const [first] = this.failed;
    if (first && this.state.summary().parsed === 0) throw first.error;
    for (const { file, error } of this.failed) {
      const reason = error instanceof Error ? error.message : String(error);
      skipFile(this.state, file, `cannot be parsed: ${reason}`);
    }
  }
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

/** Takes in all files. Whether that was not cancelled. */
async function takeInAll(
  files: readonly string[],
  state: IndexState,
  context: BuildContext,
  { onProgress, signal }: Following,
): Promise<boolean> {
  const intake = new Intake(state, context);
  const { readNow } = context.files;
  for (let start = 0; start < files.length; start += groupSize) {
    onProgress({ filesDone: start, filesTotal: files.length });
    const group = files.slice(start, start + groupSize);
    const ahead = readNow ? null : await Promise.all(group.map((file) => readBytes(file, context)));
    for (const [index, file] of group.entries()) {
      if (signal.aborted) return false;
      const read = ahead?.[index] ?? (readNow ? readBytesNow(file, readNow) : null);
      if (read && 'bytes' in read) intake.add(file, read.bytes);
      else if (read) skipFile(state, file, read.reason);
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
  if (!(await takeInAll(files, state, context, { onProgress, signal }))) return null;
  await followReferences(state, context, () => signal.aborted);
  await followReaders(state, context, () => signal.aborted);
  state.dropTexts();
  if (signal.aborted) return null;
  onProgress({ filesDone: files.length, filesTotal: files.length });
  return state;
}
