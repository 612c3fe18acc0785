import {
  formatNamedBy,
  mayHoldDefinitions,
  unknownFormat,
} from '../core/flags/definitions/definitionFileNames';
import { languageGroupOf } from '../core/flags/index/languageGroup';
import { mayDeclareFlags, mayDeclareFlagsIn } from '../core/flags/declarations/marks';
import { linesAt, namespaceWordOf, writtenNamespaces } from '../core/flags/index/writtenNamespaces';
import { isProjectFile } from '../core/flags/index/readProjectFile';
import { isNamedForFlagKeys } from '../core/flags/reads/shared/flagKeyNames';
import { sdkSieveOf } from '../core/flags/sieve/sdkSieve';
import type { FileFacts } from '../core/model/fileFacts';
import type { SourceLanguage } from '../core/model/flagRead';
import { decodeText, isUtf8Text } from '../core/syntax/decodeText';
import { sourceLanguageOf } from '../core/syntax/sourceLanguage';
import { wordsOfBytes, wordsOfText } from '../core/syntax/wordHashes';
import type { FactsReader } from './factsReader';
import type { IndexState } from './indexState';
import { unfitText } from './unfitText';
import type { WorkspaceFiles } from './workspaceFiles';

export interface IndexContext {
  readonly files: WorkspaceFiles;
  readonly factsReader: FactsReader;
  readonly largestFile: number;
}

/** What following a file's references into others takes. */
export interface FollowContext extends IndexContext {
  readonly giveWay: () => Promise<void> | void;
}

/** Whether a file may hold reads or definitions, by its name. */
export function isOfInterest(file: string): boolean {
  return sourceLanguageOf(file) !== null || mayHoldDefinitions(file) || isProjectFile(file);
}

const fileStart = { line: 0, column: 0 };

/** A definition file that is there and cannot be read: of no key can be said that it does not hold it. */
function unreadDefinitions(file: string, definitionFormat: string, reason: string): FileFacts {
  const message = `The flags of this file are not known: ${reason}.`;
  const span = { start: fileStart, end: fileStart };
  return {
    file,
    source: null,
    project: null,
    definitions: [],
    definitionFormat,
    diagnostics:
      definitionFormat === unknownFormat
        ? []
        : [{ code: 'definitions-not-read', severity: 'error', message, span }],
  };
}

/** Forgets what a file said, and notes why it says nothing. */
export function skipFile(state: IndexState, file: string, reason: string): void {
  const format = formatNamedBy(file);
  if (format === null) state.index.remove(file);
  else state.index.update(unreadDefinitions(file, format, reason));
  state.setOutcome(file, { kind: 'skipped', reason });
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

/** Why a file is too large to be read; null where it is not. */
export function tooLarge(size: number, { largestFile }: IndexContext): string | null {
  if (size <= largestFile) return null;
  return `larger than ${megabytes(largestFile)} (${megabytes(size)})`;
}

/** A source file's text, as an editor has it, as it was kept, or as it is read now; null where it cannot be known. */
export async function textOf(
  state: IndexState,
  file: string,
  context: IndexContext,
): Promise<string | null> {
  const kept = state.changed.get(file) ?? state.texts.get(file);
  if (kept !== undefined) return kept;
  if (tooLarge(state.listed.get(file) ?? 0, context) !== null) return null;
  try {
    const decoded = decodeText(await context.files.read(file));
    return decoded.kind === 'text' ? decoded.text : null;
  } catch {
    // A file that cannot be read was noted as such when it was listed.
    return null;
  }
}

/** Whether a source file may have to be parsed, as far as its words tell. */
function mayMatter(
  state: IndexState,
  file: string,
  language: SourceLanguage,
  hashes: Uint32Array,
): boolean {
  const group = languageGroupOf(language);
  return (
    state.requested.has(file) ||
    sdkSieveOf(group).mayNamePackage(hashes) ||
    state.sdks.mentions(group, hashes) ||
    mayDeclareFlagsIn(language, hashes) ||
    isNamedForFlagKeys(file) ||
    state.readers.mentions(group, hashes) ||
    state.clients.mayBeNamed(group, hashes)
  );
}

/** Whether a source file is to be parsed. Notes the SDKs whose packages it names. */
function matters(
  state: IndexState,
  file: string,
  language: SourceLanguage,
  { text, hashes }: { readonly text: string; readonly hashes: Uint32Array },
): boolean {
  const group = languageGroupOf(language);
  const sieve = sdkSieveOf(group);
  const mayName = sieve.mayNamePackage(hashes);
  const sdks = mayName ? sieve.sdksNamed(text) : [];
  state.sdks.add(group, sdks);
  return (
    sdks.length > 0 ||
    (mayName && sieve.speaksForAll(text)) ||
    state.requested.has(file) ||
    state.sdks.mentions(group, hashes) ||
    mayDeclareFlags(language, text) ||
    state.readers.mentions(group, hashes) ||
    (state.clients.mayBeNamed(group, hashes) && state.clients.mayBeMeant(group, file, text))
  );
}

/** Takes in what a file's text says. A source file that names no flag SDK is not parsed unless others import it. */
export async function takeInText(
  state: IndexState,
  file: string,
  text: string,
  context: IndexContext,
): Promise<void> {
  const language = sourceLanguageOf(file);
  const hashes = state.words.get(file) ?? wordsOfText(text).hashes;
  const isCandidate = language === null || matters(state, file, language, { text, hashes });
  const unfit = language !== null && isCandidate ? unfitText(file, text) : null;
  if (unfit !== null) {
    skipFile(state, file, unfit);
    return;
  }
  const readers = language ? state.readers.namedIn(languageGroupOf(language), hashes) : undefined;
  const facts = isCandidate ? await context.factsReader.read(file, text, readers) : null;
  state.setOutcome(file, { kind: facts ? 'parsed' : 'scanned' });
  if (facts) state.index.update(facts);
  else state.index.remove(file);
}

/** Takes in a source file's words. Whether its text may be needed: because it may be parsed, or may be no text at all. */
function takeInWords(
  state: IndexState,
  file: string,
  language: SourceLanguage,
  bytes: Uint8Array,
): boolean {
  const isUtf16 = bytes.length > 1 && (bytes[0] ?? 0) + (bytes[1] ?? 0) === 0xff + 0xfe;
  const words = isUtf16 ? null : wordsOfBytes(bytes, namespaceWordOf(language));
  if (words) {
    state.words.set(file, words.hashes);
    const lines = linesAt(bytes, words.watchedAt);
    state.namespaces.set(file, writtenNamespaces(file, language, lines));
  }
  return (
    words === null ||
    mayMatter(state, file, language, words.hashes) ||
    (!words.isPlain && !isUtf8Text(bytes))
  );
}

/** Takes in a file from its bytes, which are not looked at later; null where it was taken in at once. */
export function takeInBytes(
  state: IndexState,
  file: string,
  bytes: Uint8Array,
  context: IndexContext,
): Promise<void> | null {
  const language = sourceLanguageOf(file);
  if (language && !takeInWords(state, file, language, bytes)) {
    state.setOutcome(file, { kind: 'scanned' });
    state.index.remove(file);
    return null;
  }
  const decoded = decodeText(bytes);
  if (decoded.kind === 'text') {
    if (language && !state.words.has(file)) state.words.set(file, wordsOfText(decoded.text).hashes);
    if (language) state.keepText(file, decoded.text);
    return takeInText(state, file, decoded.text, context);
  }
  // A file of another kind that happens to end like a definition file is nobody's concern.
  if (sourceLanguageOf(file) || formatNamedBy(file) !== null) skipFile(state, file, decoded.reason);
  return null;
}

/** Reads a file and takes it in; one that cannot be read is skipped with the reason. */
export async function readFile(
  state: IndexState,
  file: string,
  context: IndexContext,
): Promise<void> {
  try {
    const changed = state.changed.get(file);
    if (changed === undefined)
      await takeInBytes(state, file, await context.files.read(file), context);
    else await takeInText(state, file, changed, context);
  } catch (error) {
    skipFile(state, file, `cannot be read: ${error instanceof Error ? error.message : error}`);
  }
}

/** Takes in a file's new text, as an editor has it. */
export async function changeFile(
  state: IndexState,
  file: string,
  text: string,
  context: IndexContext,
): Promise<void> {
  if (state.rules.ignoresFile(file)) return;
  state.changed.set(file, text);
  state.noteText(file, text);
  state.listed.set(file, text.length);
  state.setMarker(file, true);
  if (!isOfInterest(file)) return;
  const refusal = tooLarge(text.length, context);
  if (refusal === null) await takeInText(state, file, text, context);
  else skipFile(state, file, refusal);
}

/** Forgets a file. */
export function removeFile(state: IndexState, file: string): void {
  state.changed.delete(file);
  state.namespaces.delete(file);
  state.listed.delete(file);
  state.words.delete(file);
  state.requested.delete(file);
  state.setMarker(file, false);
  state.setOutcome(file, null);
  state.index.remove(file);
}

/** The files that imports mean and that have not been asked for yet. */
function wantedFiles(state: IndexState): readonly string[] {
  const found = state.index
    .wanted()
    .map((paths) => paths.find((path) => state.listed.has(path)))
    .filter((path) => path !== undefined && !state.requested.has(path));
  return [...new Set(found)].filter((path) => path !== undefined);
}

/** Reads files that reads depend on through their imports: constants and clients that others export. */
export async function followImports(
  state: IndexState,
  context: FollowContext,
  isCancelled: () => boolean = () => false,
): Promise<void> {
  let wanted = wantedFiles(state);
  while (wanted.length > 0 && !isCancelled()) {
    for (const file of wanted) {
      if (isCancelled()) return;
      state.requested.add(file);
      const refusal = tooLarge(state.listed.get(file) ?? 0, context);
      if (refusal === null) await readFile(state, file, context);
      else skipFile(state, file, refusal);
      await context.giveWay();
    }
    wanted = wantedFiles(state);
  }
}
