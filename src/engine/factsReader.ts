import type { FileFacts } from '../core/model/fileFacts';
import type { Insertion } from '../core/syntax/commentAbove';

/** The port to whoever parses: in this thread or in another. */
export interface FactsReader {
  /**
   * What one file's text says about flags; null for a file that says nothing. Rejects where nobody can parse. `readers` are
   * names of the project's own functions, methods and getters that read flags: calls of them are looked at too.
   */
  read(file: string, text: string, readers?: ReadonlySet<string>): Promise<FileFacts | null>;
}

/** The port to whoever finds places for comments: parsing is theirs too. */
export interface CommentPlacer {
  /** Where a comment above an offset of a source file's text goes; null where it would be no comment, or the file is none of ours. */
  commentAbove(
    file: string,
    text: string,
    comment: { readonly offset: number; readonly words: string },
  ): Promise<Insertion | null>;
}
