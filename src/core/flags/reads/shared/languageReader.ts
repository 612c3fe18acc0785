import type { Reading } from '../../../model/diagnostic';
import type { SourceLanguage } from '../../../model/flagRead';
import type { SourceFacts } from '../../../model/sourceFacts';
import type { SyntaxParser } from '../../../syntax/syntaxTree';

/** A file to be read, with a parser that has its language's grammar loaded. */
export interface SourceFile {
  /** Path relative to the scanned root, `/` between folders. */
  readonly path: string;
  readonly language: SourceLanguage;
  readonly text: string;
  readonly parser: SyntaxParser;
  /**
   * Names of functions, methods and getters of the project that read flags for their callers: calls of them are
   * candidates, as calls of the SDKs' own are. Keys among them are quoted (`quotedKey`): calls that are given one are, too.
   */
  readonly readers: ReadonlySet<string>;
}

/** A front-end: what a file of its languages says about flags, before linking. */
export type LanguageReader = (file: SourceFile) => Reading<SourceFacts>;
