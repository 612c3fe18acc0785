import { probeKey, probeTexts } from '../core/flags/completion/probeTexts';
import type { FlagRead } from '../core/model/flagRead';
import type { WorkspaceIndex } from './workspaceIndex';

/** The key of a read that is being written: its stretch (offsets) of the text, quotes left out. */
export interface ReadAtCaret {
  readonly read: FlagRead;
  readonly start: number;
  readonly end: number;
}

/**
 * The read whose key the caret is in, also while its string is empty or not closed; null for a caret anywhere else. Parses
 * the text as if the key stood there, up to three times.
 */
export async function readAtCaret(
  index: Pick<WorkspaceIndex, 'readsOf'>,
  file: string,
  text: string,
  caret: number,
): Promise<ReadAtCaret | null> {
  for (const { text: probe, start, end } of probeTexts(text, caret)) {
    const reads = await index.readsOf(file, probe);
    const read = reads.find(({ key, keySpan }) => key === probeKey && keySpan !== null);
    if (read) return { read, start, end };
  }
  return null;
}
