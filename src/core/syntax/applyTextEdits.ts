import type { TextEdit } from '../model/textEdit';
import { textPositions } from './textPositions';

/**
 * The text after all edits, whose spans are those of the text before any of them. Insertions at one
 * place keep their order. Throws if two edits overlap: whoever made them made a mistake.
 */
export function applyTextEdits(text: string, edits: readonly TextEdit[]): string {
  const positions = textPositions(text);
  const replacements = edits
    .map(({ span, newText }) => ({
      start: positions.offsetAt(span.start),
      end: positions.offsetAt(span.end),
      newText,
    }))
    .sort((one, other) => one.start - other.start || one.end - other.end);
  let result = '';
  let done = 0;
  for (const { start, end, newText } of replacements) {
    if (start < done || end < start) throw new Error('Text edits overlap.');
    result += text.slice(done, start) + newText;
    done = end;
  }
  return result + text.slice(done);
}
