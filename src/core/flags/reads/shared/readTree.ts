import type { Diagnostic, Reading } from '../../../model/diagnostic';
import type { SourceFacts } from '../../../model/sourceFacts';
import type { SyntaxNode } from '../../../syntax/syntaxTree';
import { gatherNodes } from '../../../syntax/gatheredNodes';
import { textPositions, type TextPositions } from '../../../syntax/textPositions';
import { readContextOf } from '../readContext';
import { declaredNames } from './declaredNames';
import type { SourceFile } from './languageReader';
import { withWrittenPath } from './writtenPath';

/** What a front-end finds in a file. */
export type FoundFacts = Pick<
  SourceFacts,
  'namespace' | 'candidates' | 'objects' | 'exports' | 'exportedTypes' | 'exportsAllOf' | 'lookups'
>;

/** The first part of the text that the grammar could not take in; null where there is none. */
function firstError(root: SyntaxNode): SyntaxNode | null {
  if (!root.hasError) return null;
  return root.type === 'ERROR' ? root : (root.descendantsOfType('ERROR')[0] ?? null);
}

function unreadable(error: SyntaxNode, positions: TextPositions): Diagnostic {
  return {
    code: 'source-not-parsed',
    severity: 'information',
    message: 'This could not be parsed, so reads of flags in it or after it may be missing.',
    // The parser's own rows know no lone carriage return; offsets are what both agree on.
    span: positions.spanOf(error.startIndex, error.startIndex),
  };
}

const start = { line: 0, column: 0 };

const notParsed: Diagnostic = {
  code: 'source-skipped',
  severity: 'information',
  message:
    'This file could not be parsed in a fit time (it nests too deep, or is no code of its language), so reads of flags in it are missing.',
  span: { start, end: start },
};

/**
 * Parses a file, has its tree read, and frees the parser's memory. `parsable` gives the text as the grammar can take it
 * in, each character in its place. `gathered`: types of nodes that are asked for all over the tree.
 */
export function readTree(
  file: SourceFile,
  read: (root: SyntaxNode, positions: TextPositions) => FoundFacts,
  {
    parsable = (text) => text,
    gathered = [],
  }: {
    readonly parsable?: ((text: string) => string) | undefined;
    readonly gathered?: readonly string[];
  } = {},
): Reading<SourceFacts> {
  const { path, language, text, parser } = file;
  const empty: SourceFacts = {
    language,
    context: readContextOf(path),
    candidates: [],
    exports: {},
    exportedTypes: {},
    exportsAllOf: [],
  };
  const tree = parser.parse(language, parsable(text));
  if (!tree) return { value: empty, diagnostics: [notParsed] };
  try {
    const positions = textPositions(text);
    gatherNodes(tree.rootNode, gathered);
    const found = read(tree.rootNode, positions);
    const error = firstError(tree.rootNode);
    const diagnostics = error === null ? [] : [unreadable(error, positions)];
    const names = declaredNames(found.candidates, text, positions);
    const candidates = found.candidates.map((candidate) =>
      withWrittenPath(candidate, text, positions, file.readers),
    );
    return { value: { ...empty, ...found, candidates, names }, diagnostics };
  } finally {
    tree.delete();
  }
}
