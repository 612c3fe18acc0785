import { createRequire } from 'node:module';
import path from 'node:path';
import type { SourceLanguage } from '../../src/core/model/flagRead';
import type { SyntaxParser } from '../../src/core/syntax/syntaxTree';
import { createGrammarReader } from '../../src/platform/node/readGrammar';
import { createTreeSitterParser } from '../../src/platform/treesitter/treeSitterParser';

const require = createRequire(import.meta.url);
const grammars = path.dirname(require.resolve('@vscode/tree-sitter-wasm'));
const otherGrammars = path.join(
  path.dirname(require.resolve('tree-sitter-wasms/package.json')),
  'out',
);

/** A parser over the grammars of the installed package: the build copies the same files. */
export function createTestParser(): SyntaxParser {
  const read = createGrammarReader(grammars);
  const readOther = createGrammarReader(otherGrammars);
  return createTreeSitterParser((name) =>
    name === 'tree-sitter-kotlin' ? readOther(name) : read(name),
  );
}

const languages: readonly SourceLanguage[] = [
  'javascript',
  'javascriptreact',
  'typescript',
  'typescriptreact',
  'python',
  'go',
  'java',
  'kotlin',
  'csharp',
];

/** A parser with every grammar loaded. */
export async function loadTestParser(): Promise<SyntaxParser> {
  const parser = createTestParser();
  for (const language of languages) await parser.load(language);
  return parser;
}
