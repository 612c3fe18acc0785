import type { SyntaxParser } from '../core/syntax/syntaxTree';
import type { FactsReader } from './factsReader';
import { fileFactsOf } from './fileFactsOf';

/** Reads facts in this thread, with a parser. */
export function createFactsReader(parser: SyntaxParser): FactsReader {
  return { read: (file, text, readers) => fileFactsOf(file, text, parser, readers) };
}
