import { createRequire } from 'node:module';
import path from 'node:path';
import type { SourceLanguage } from '../../src/core/model/flagRead';
import type { SyntaxParser } from '../../src/core/syntax/syntaxTree';
import { createGrammarReader } from '../../src/platform/node/readGrammar';
import { createTreeSitterParser } from '../../src/platform/treesitter/treeSitterParser';

const packageFile = createRequire(import.meta.url).resolve('@vscode/tree-sitter-wasm');

/** A parser over the grammars of the installed package: the build copies the same files. */
export function createTestParser(): SyntaxParser {
  return createTreeSitterParser(createGrammarReader(path.dirname(packageFile)));
}

const languages: readonly SourceLanguage[] = [
  'javascript',
  'javascriptreact',
  'typescript',
  'typescriptreact',
  'python',
  'go',
];

/** A parser with every grammar loaded. */
export async function loadTestParser(): Promise<SyntaxParser> {
  const parser = createTestParser();
  for (const language of languages) await parser.load(language);
  return parser;
}
