/** A place in a text: zero-based line, zero-based column in UTF-16 code units (as VS Code counts). */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A half-open stretch of a text: `start` belongs to it, `end` does not. */
export interface Span {
  readonly start: Position;
  readonly end: Position;
}
