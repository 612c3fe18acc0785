import type { SourceLanguage } from '../model/flagRead';

/**
 * A node of a concrete syntax tree. The parser's own nodes satisfy it; offsets count UTF-16 code units. Its rows are left out:
 * they know no lone carriage return (`textPositions` does).
 */
export interface SyntaxNode {
  readonly id: number;
  /** The same object for all nodes of a tree. */
  readonly tree: object;
  readonly type: string;
  readonly text: string;
  readonly isNamed: boolean;
  readonly hasError: boolean;
  readonly startIndex: number;
  readonly endIndex: number;
  readonly parent: SyntaxNode | null;
  readonly children: readonly (SyntaxNode | null)[];
  readonly namedChildren: readonly (SyntaxNode | null)[];
  childForFieldName(name: string): SyntaxNode | null;
  descendantsOfType(types: string | string[]): readonly (SyntaxNode | null)[];
}

/** A parsed text. `delete` frees the parser's memory; nodes are not to be used afterwards. */
export interface SyntaxTree {
  readonly rootNode: SyntaxNode;
  delete(): void;
}

/**
 * The port to a parser. `load` fetches a language's grammar (once); `parse` needs it loaded.
 * `parse` returns null if the text could not be parsed at all, or not in a time that is fit for its length.
 */
export interface SyntaxParser {
  load(language: SourceLanguage): Promise<void>;
  isLoaded(language: SourceLanguage): boolean;
  parse(language: SourceLanguage, text: string): SyntaxTree | null;
}
