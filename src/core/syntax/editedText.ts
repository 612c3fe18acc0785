import type { TextEdit } from '../model/textEdit';
import { textPositions } from './textPositions';

/** Replace the text from offset `start` to `end` by `newText`. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

/** A stretch of the original text, or text that came in. */
type Piece = { readonly start: number; readonly end: number } | { readonly newText: string };

function lengthOf(piece: Piece): number {
  return 'newText' in piece ? piece.newText.length : piece.end - piece.start;
}

function slice(piece: Piece, from: number, to: number): Piece {
  if ('newText' in piece) return { newText: piece.newText.slice(from, to) };
  return { start: piece.start + from, end: piece.start + to };
}

/** The pieces between two offsets of the text that they make up. */
function piecesBetween(pieces: readonly Piece[], from: number, to: number): readonly Piece[] {
  let offset = 0;
  return pieces.flatMap((piece) => {
    const length = lengthOf(piece);
    const start = Math.max(from - offset, 0);
    const end = Math.min(to - offset, length);
    offset += length;
    return start < end ? [slice(piece, start, end)] : [];
  });
}

/**
 * A text on its way through several edits, each of which sees the result of those before. Knows at each
 * moment what has become of the original text, so that the whole way can be told as one list of edits.
 */
export class EditedText {
  private constructor(
    private readonly original: string,
    private readonly pieces: readonly Piece[],
  ) {}

  static of(original: string): EditedText {
    return new EditedText(original, [{ start: 0, end: original.length }]);
  }

  get text(): string {
    return this.pieces
      .map((piece) =>
        'newText' in piece ? piece.newText : this.original.slice(piece.start, piece.end),
      )
      .join('');
  }

  /** Offsets are those of the text as it is now; replacements must not overlap. */
  with(replacements: readonly Replacement[]): EditedText {
    const ordered = replacements.toSorted((one, other) => one.start - other.start);
    const pieces: Piece[] = [];
    let done = 0;
    for (const { start, end, newText } of ordered) {
      pieces.push(...piecesBetween(this.pieces, done, start), { newText });
      done = end;
    }
    pieces.push(...piecesBetween(this.pieces, done, Infinity));
    return new EditedText(this.original, pieces);
  }

  /** The edits that lead from the original text to this one. */
  edits(): readonly TextEdit[] {
    const positions = textPositions(this.original);
    const edits: TextEdit[] = [];
    let done = 0;
    let newText = '';
    const flush = (until: number) => {
      if (newText !== this.original.slice(done, until)) {
        edits.push({ span: positions.spanOf(done, until), newText });
      }
      newText = '';
    };
    for (const piece of this.pieces) {
      if ('newText' in piece) newText += piece.newText;
      else {
        flush(piece.start);
        done = piece.end;
      }
    }
    flush(this.original.length);
    return edits;
  }
}
