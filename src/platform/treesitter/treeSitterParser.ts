import type { SourceLanguage } from '../../core/model/flagRead';
import { nestingDepth } from '../../core/syntax/nestingDepth';
import type { SyntaxParser, SyntaxTree } from '../../core/syntax/syntaxTree';

/** Names of the WebAssembly files, without `.wasm`: the runtime and one grammar per language. */
export type GrammarName =
  | 'tree-sitter'
  | 'tree-sitter-javascript'
  | 'tree-sitter-typescript'
  | 'tree-sitter-tsx'
  | 'tree-sitter-python'
  | 'tree-sitter-go'
  | 'tree-sitter-java'
  | 'tree-sitter-kotlin'
  | 'tree-sitter-c-sharp';

const grammarOf: Readonly<Record<SourceLanguage, GrammarName>> = {
  javascript: 'tree-sitter-javascript',
  javascriptreact: 'tree-sitter-javascript',
  typescript: 'tree-sitter-typescript',
  typescriptreact: 'tree-sitter-tsx',
  python: 'tree-sitter-python',
  go: 'tree-sitter-go',
  java: 'tree-sitter-java',
  kotlin: 'tree-sitter-kotlin',
  csharp: 'tree-sitter-c-sharp',
};

type ParserPackage = typeof import('@vscode/tree-sitter-wasm');
type Parser = InstanceType<ParserPackage['Parser']>;
type ReadGrammar = (name: GrammarName) => Promise<Uint8Array>;

/** The package is evaluated on first use: activation does not pay for it. */
async function importPackage(): Promise<ParserPackage> {
  const imported: ParserPackage & { readonly default?: ParserPackage } =
    await import('@vscode/tree-sitter-wasm');
  return imported.default ?? imported;
}

async function startRuntime(readGrammar: ReadGrammar): Promise<ParserPackage> {
  const [parserPackage, wasmBinary] = await Promise.all([
    importPackage(),
    readGrammar('tree-sitter'),
  ]);
  // With the bytes in hand the loader fetches nothing; `locateFile` keeps it from making a URL.
  const moduleOptions = { wasmBinary, locateFile: (file: string) => file };
  await parserPackage.Parser.init(moduleOptions);
  return parserPackage;
}

/** Brackets in brackets: what is deeper is nobody's code, and costs by the square of its depth. */
const deepestNesting = 1000;

/** So many characters are given to the parser at a time: as many as it takes. */
const partLength = 5000;

/**
 * What a text costs its parser at the most: parts that it asks for, and steps (it tells of every hundredth). Source code of any
 * kind takes two parts for each one there is, and 20 steps told for each 1,000 characters; a text that the grammar cannot take
 * in may take thousands. Counted, not timed: a text is parsed on every machine or on none.
 */
function allowanceFor({ length }: string) {
  return { parts: 1000 + 50 * Math.ceil(length / partLength), steps: 1000 + length / 10 };
}

/** Null where it would take too long. */
function parsed(parser: Parser, text: string): SyntaxTree | null {
  const left = allowanceFor(text);
  const tree = parser.parse(
    (index) => {
      left.parts--;
      return text.slice(index, index + partLength);
    },
    null,
    { progressCallback: () => --left.steps < 0 || left.parts < 0 },
  );
  // What was stopped would go on with the next text.
  if (tree === null) parser.reset();
  return tree;
}

/**
 * A parser over tree-sitter. `readGrammar` gives the bytes of a WebAssembly file of dist/grammars;
 * each is asked for once, when its language is first loaded. A failed load may be tried again.
 */
export function createTreeSitterParser(readGrammar: ReadGrammar): SyntaxParser {
  let runtime: Promise<ParserPackage> | null = null;
  const parsers = new Map<GrammarName, Parser>();
  const loading = new Map<GrammarName, Promise<void>>();

  async function loadGrammar(name: GrammarName): Promise<void> {
    runtime ??= startRuntime(readGrammar);
    try {
      const { Language, Parser } = await runtime;
      const language = await Language.load(await readGrammar(name));
      parsers.set(name, new Parser().setLanguage(language));
    } catch (error) {
      if (parsers.size === 0) runtime = null;
      loading.delete(name);
      throw error;
    }
  }

  return {
    load(language) {
      const name = grammarOf[language];
      const known = loading.get(name);
      if (known) return known;
      const started = loadGrammar(name);
      loading.set(name, started);
      return started;
    },
    isLoaded: (language) => parsers.has(grammarOf[language]),
    parse(language, text): SyntaxTree | null {
      const parser = parsers.get(grammarOf[language]);
      if (!parser) throw new Error(`The grammar of ${language} is not loaded.`);
      return nestingDepth(text) > deepestNesting ? null : parsed(parser, text);
    },
  };
}
