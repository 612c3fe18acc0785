import { formatNamedBy, unknownFormat } from '../core/flags/definitions/definitionFileNames';
import { mayDeclareFlagsIn } from '../core/flags/declarations/marks';
import { languageGroupOf } from '../core/flags/index/languageGroup';
import { isNamedForFlagKeys } from '../core/flags/reads/shared/flagKeyNames';
import { sdkSieveOf } from '../core/flags/sieve/sdkSieve';
import type { FileFacts } from '../core/model/fileFacts';
import type { SourceLanguage } from '../core/model/flagRead';
import { decodeText } from '../core/syntax/decodeText';
import { sourceLanguageOf } from '../core/syntax/sourceLanguage';
import type { FactsReader } from './factsReader';
import {
  digestOfBytes,
  digestOfText,
  toldByText,
  type FileDigest,
  type ToldByText,
} from './fileDigest';
import type { IndexState } from './indexState';
import { questionId } from './questionId';
import type { WorkspaceFiles } from './workspaceFiles';

export interface IndexContext {
  readonly files: WorkspaceFiles;
  readonly factsReader: FactsReader;
  readonly largestFile: number;
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

/** The text of a file in bytes; null where they are none. */
function textIn(bytes: Uint8Array): string | null {
  const decoded = decodeText(bytes);
  return decoded.kind === 'text' ? decoded.text : null;
}

/** A file's text, as an editor has it, as it was kept, or as it is read now; null where it cannot be known. */
export async function textOf(
  state: IndexState,
  file: string,
  context: IndexContext,
): Promise<string | null> {
  const kept = state.changed.get(file) ?? state.texts.get(file);
  if (kept !== undefined) return kept;
  if (tooLarge(state.listed.get(file) ?? 0, context) !== null) return null;
  try {
    const { files } = context;
    return textIn(files.readNow ? files.readNow(file) : await files.read(file));
  } catch {
    // A file that cannot be read was noted as such when it was listed.
    return null;
  }
}

/** One file that is being taken in. */
interface Taking {
  readonly state: IndexState;
  readonly file: string;
  readonly digest: FileDigest;
  readonly context: IndexContext;
  /** Undefined where the text is to be fetched. */
  readonly atHand: string | null | undefined;
}

async function fetchedText({ state, file, context, atHand }: Taking): Promise<string | null> {
  return atHand === undefined ? await textOf(state, file, context) : atHand;
}

/** Whether a source file may have to be parsed, as far as its words tell. */
function mayMatter(
  state: IndexState,
  file: string,
  language: SourceLanguage,
  words: Uint32Array,
): boolean {
  const group = languageGroupOf(language);
  return (
    state.requested.has(file) ||
    sdkSieveOf(group).mayNamePackage(words) ||
    state.sdks.mentions(group, words) ||
    mayDeclareFlagsIn(language, words) ||
    isNamedForFlagKeys(file) ||
    state.readers.mentions(group, words) ||
    state.clients.mayBeNamed(group, words)
  );
}

/** An answer that depends on a file's text: its digest keeps it. */
export async function answered(
  state: IndexState,
  file: string,
  context: IndexContext,
  { asked, test }: { readonly asked: string; readonly test: (text: string) => boolean },
): Promise<boolean> {
  const answers = state.digests.get(file)?.answers;
  const id = questionId(asked);
  const known = answers?.get(id);
  if (known !== undefined) return known;
  const text = await textOf(state, file, context);
  const answer = text !== null && test(text);
  answers?.set(id, answer);
  return answer;
}

/** Whether a source file is to be parsed whatever clients it uses. Notes the SDKs that it names. */
function matters(
  { state, file, digest: { words } }: Taking,
  language: SourceLanguage,
  told: ToldByText,
): boolean {
  const group = languageGroupOf(language);
  state.sdks.add(group, told.sdks);
  return (
    told.sdks.length > 0 ||
    told.speaksForAll ||
    told.declares ||
    state.requested.has(file) ||
    state.sdks.mentions(group, words) ||
    state.readers.mentions(group, words)
  );
}

/** Whether a source file uses a client that another file offers. */
async function usesClient(
  { state, file, digest, context }: Taking,
  language: SourceLanguage,
): Promise<boolean> {
  const group = languageGroupOf(language);
  if (!state.clients.mayBeNamed(group, digest.words)) return false;
  return await answered(state, file, context, {
    asked: state.clients.question(group, file),
    test: (text) => state.clients.mayBeMeant(group, file, text),
  });
}

async function readFacts(taking: Taking, readers: ReadonlySet<string>): Promise<FileFacts | null> {
  const { file, digest, context } = taking;
  const key = [...readers].sort().join(' ');
  const known = digest.facts.get(key);
  if (known !== undefined) return known;
  const text = taking.atHand ?? (await fetchedText(taking));
  const facts = text === null ? null : await context.factsReader.read(file, text, readers);
  digest.facts.set(key, facts);
  return facts;
}

async function toldBy(taking: Taking, language: SourceLanguage): Promise<ToldByText | null> {
  const text = taking.atHand ?? (await fetchedText(taking));
  return text === null ? null : toldByText(taking.file, language, text);
}

async function takeInSource(taking: Taking, language: SourceLanguage): Promise<void> {
  const { state, file, digest } = taking;
  const told = digest.told ?? (await toldBy(taking, language));
  if (told === null) return;
  digest.told = told;
  const isCandidate = matters(taking, language, told) || (await usesClient(taking, language));
  if (isCandidate && told.unfit !== null) {
    skipFile(state, file, told.unfit);
    return;
  }
  const readers = state.readers.namedIn(languageGroupOf(language), digest.words);
  apply(state, file, isCandidate ? await readFacts(taking, readers) : null);
}

function apply(state: IndexState, file: string, facts: FileFacts | null): void {
  state.setOutcome(file, { kind: facts ? 'parsed' : 'scanned' });
  if (facts) state.index.update(facts);
  else state.index.remove(file);
}

const noReaders: ReadonlySet<string> = new Set();

async function takeInOther(taking: Taking): Promise<void> {
  apply(taking.state, taking.file, await readFacts(taking, noReaders));
}

/** Takes in what is known of a file; null where that was done at once. Its text or its bytes are given where they are at hand. */
export function takeInDigest(
  state: IndexState,
  file: string,
  digest: FileDigest,
  context: IndexContext,
  given?: Uint8Array | string,
): Promise<void> | null {
  const language = sourceLanguageOf(file);
  state.digests.set(file, digest);
  if (digest.problem !== null) {
    // A file of another kind that happens to end like a definition file is nobody's concern.
    if (language || formatNamedBy(file) !== null) skipFile(state, file, digest.problem);
    return null;
  }
  if (language && !mayMatter(state, file, language, digest.words)) {
    apply(state, file, null);
    return null;
  }
  const text = given instanceof Uint8Array ? textIn(given) : given;
  if (language && typeof text === 'string') state.keepText(file, text);
  const taking: Taking = { state, file, digest, context, atHand: text };
  return language ? takeInSource(taking, language) : takeInOther(taking);
}

/** Takes in a text as an editor has it. */
export async function takeInText(
  state: IndexState,
  file: string,
  text: string,
  context: IndexContext,
): Promise<void> {
  const digest = digestOfText(file, sourceLanguageOf(file), text);
  await takeInDigest(state, file, digest, context, text);
}

/** Takes a file in again after more has become known of others. One that cannot be read is skipped with the reason. */
export async function takeInAgain(
  state: IndexState,
  file: string,
  context: IndexContext,
): Promise<void> {
  const refusal = tooLarge(state.listed.get(file) ?? 0, context);
  if (refusal !== null) {
    skipFile(state, file, refusal);
    return;
  }
  try {
    const known = state.digests.get(file);
    if (known) await takeInDigest(state, file, known, context);
    else {
      const bytes = await context.files.read(file);
      const digest = digestOfBytes(file, sourceLanguageOf(file), bytes);
      await takeInDigest(state, file, digest, context, bytes);
    }
  } catch (error) {
    skipFile(state, file, `cannot be read: ${error instanceof Error ? error.message : error}`);
  }
}
