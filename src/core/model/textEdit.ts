import type { Span } from './position';

/** Replace the text in `span` (of the text before any edit of the same list) by `newText`. Edits of one list never overlap. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}
