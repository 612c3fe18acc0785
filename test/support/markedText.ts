import type { Position, Span } from '../../src/core/model/position';
import { textPositions } from '../../src/core/syntax/textPositions';

/** The text that a span covers. */
export function textIn(text: string, { start, end }: Span): string {
  const positions = textPositions(text);
  return text.slice(positions.offsetAt(start), positions.offsetAt(end));
}

/** A text with a caret (`‸`) in it: the text without, and where the caret was. */
export function atCaret(marked: string): { readonly text: string; readonly position: Position } {
  const at = marked.indexOf('‸');
  if (at < 0) throw new Error('There is no caret in the text.');
  const text = marked.replace('‸', '');
  return { text, position: textPositions(text).positionAt(at) };
}
