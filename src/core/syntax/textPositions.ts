import type { Position, Span } from '../model/position';

/** Translates between offsets (UTF-16 code units) and positions of one text. Out-of-range input is clamped. */
export interface TextPositions {
  readonly lineCount: number;
  positionAt(offset: number): Position;
  readonly offsetAt: (position: Position) => number;
  /** The half-open span between two offsets. */
  readonly spanOf: (startOffset: number, endOffset: number) => Span;
  /** Offset of the line's first character. */
  lineStart(line: number): number;
  /** Offset behind the line's last character, its line break not counted. */
  lineEnd(line: number): number;
}

const carriageReturn = 13;
const lineFeed = 10;

function isLineBreak(code: number): boolean {
  return code === lineFeed || code === carriageReturn;
}

function startsOfLines(text: string): readonly number[] {
  const starts = [0];
  for (let offset = 0; offset < text.length; offset++) {
    const code = text.charCodeAt(offset);
    if (!isLineBreak(code)) continue;
    if (code === carriageReturn && text.charCodeAt(offset + 1) === lineFeed) offset++;
    starts.push(offset + 1);
  }
  return starts;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}

/** Index of the last start that is not behind `offset`. */
function lineOf(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * Positions of a text, counted as VS Code counts: lines end with LF, CRLF or a lone CR; columns are
 * UTF-16 code units. A position inside a CRLF counts as the end of its line.
 */
export function textPositions(text: string): TextPositions {
  const starts = startsOfLines(text);
  const lineStart = (line: number) => starts[clamp(line, 0, starts.length - 1)]!;
  const lineEnd = (line: number) => {
    if (line >= starts.length - 1) return text.length;
    const start = lineStart(line);
    let end = lineStart(line + 1);
    while (end > start && isLineBreak(text.charCodeAt(end - 1))) end--;
    return end;
  };
  const positionAt = (offset: number): Position => {
    const inside = clamp(offset, 0, text.length);
    const line = lineOf(starts, inside);
    return { line, column: Math.min(inside, lineEnd(line)) - starts[line]! };
  };
  return {
    lineCount: starts.length,
    positionAt,
    offsetAt: ({ line, column }) => {
      if (line < 0) return 0;
      if (line >= starts.length) return text.length;
      return clamp(lineStart(line) + column, lineStart(line), lineEnd(line));
    },
    spanOf: (startOffset, endOffset) => ({
      start: positionAt(startOffset),
      end: positionAt(endOffset),
    }),
    lineStart,
    lineEnd,
  };
}
