import { mayHoldDefinitions } from '../core/flags/definitions/definitionFileNames';
import { isProjectFile } from '../core/flags/index/readProjectFile';
import { sourceLanguageOf } from '../core/syntax/sourceLanguage';
import type { IndexState } from './indexState';
import { skipFile, takeInAgain, takeInText, tooLarge, type IndexContext } from './takeIn';

/** What following a file's references into others takes. */
export interface FollowContext extends IndexContext {
  readonly giveWay: () => Promise<void> | void;
}

/** Whether a file may hold reads or definitions, by its name. */
export function isOfInterest(file: string): boolean {
  return sourceLanguageOf(file) !== null || mayHoldDefinitions(file) || isProjectFile(file);
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
  else {
    state.digests.delete(file);
    skipFile(state, file, refusal);
  }
}

/** Forgets a file. */
export function removeFile(state: IndexState, file: string): void {
  state.changed.delete(file);
  state.listed.delete(file);
  state.digests.delete(file);
  state.requested.delete(file);
  state.setMarker(file, false);
  state.setOutcome(file, null);
  state.index.remove(file);
}

/** So many files are read at a time. */
const groupSize = 32;

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
    for (let start = 0; start < wanted.length && !isCancelled(); start += groupSize) {
      const group = wanted.slice(start, start + groupSize);
      for (const file of group) state.requested.add(file);
      await Promise.all(group.map((file) => takeInAgain(state, file, context)));
      await context.giveWay();
    }
    wanted = wantedFiles(state);
  }
}
