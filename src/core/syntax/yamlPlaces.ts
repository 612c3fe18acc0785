import type { TextPositions } from './textPositions';

/** Questions about lines and columns that writing into a YAML text asks again and again. */
export class YamlPlaces {
  /** The line break that the text uses. */
  readonly eol: string;

  constructor(
    readonly text: string,
    readonly positions: TextPositions,
  ) {
    this.eol = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  }

  /** Offset of the first character of the line that `offset` is on; a byte order mark is no part of it. */
  lineStart(offset: number): number {
    const start = this.positions.lineStart(this.positions.positionAt(offset).line);
    return this.text[start] === '\uFEFF' ? start + 1 : start;
  }

  lineEnd(offset: number): number {
    return this.positions.lineEnd(this.positions.positionAt(offset).line);
  }

  /** Offset of the next line's first character; the text's end on the last line. */
  nextLineStart(offset: number): number {
    const { line } = this.positions.positionAt(offset);
    return line + 1 < this.positions.lineCount
      ? this.positions.lineStart(line + 1)
      : this.text.length;
  }

  column(offset: number): number {
    return offset - this.lineStart(offset);
  }

  /** Nothing but blanks before it on its line. */
  startsLine(offset: number): boolean {
    return this.text.slice(this.lineStart(offset), offset).trim() === '';
  }

  /** Nothing but a comma and a comment behind it on its line. */
  endsLine(offset: number): boolean {
    return /^\s*,?\s*(#.*)?$/.test(this.text.slice(offset, this.lineEnd(offset)));
  }

  /** Offset from which a text can be inserted on new lines behind something that ends at `end` and is indented by `indent`. */
  behindLinesOf(end: number, indent: number): number {
    let lineEnd = this.isBehindLineBreak(end) ? end : this.lineEnd(end);
    while (!this.isBehindLineBreak(end)) {
      const next = this.nextLineStart(lineEnd);
      const comment = /^([ ]*)#/.exec(this.text.slice(next, this.lineEnd(next)));
      if (next <= lineEnd || !comment || comment[1]!.length <= indent) break;
      lineEnd = this.lineEnd(next);
    }
    return lineEnd;
  }

  /** A block scalar ends with its last line break. */
  isBehindLineBreak(offset: number): boolean {
    const before = this.text[offset - 1];
    return before === '\n' || before === '\r';
  }
}
