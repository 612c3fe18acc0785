import type { Diagnostic, Reading } from '../../../model/diagnostic';
import type { SourceLanguage } from '../../../model/flagRead';
import type { SourceFacts } from '../../../model/sourceFacts';
import type { SyntaxNode, SyntaxParser } from '../../../syntax/syntaxTree';
import { textPositions, type TextPositions } from '../../../syntax/textPositions';
import { readContextOf } from '../readContext';
import { callsAndElements } from './candidates';
import { createEvaluation } from './createEvaluation';
import { exportsOf } from './exports';
import { flagBagReads } from './flagBags';

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

/** What a file of these languages says about flags, before linking. The grammar of `language` must be loaded. */
export function sourceFactsOf(
  file: string,
  language: SourceLanguage,
  text: string,
  parser: SyntaxParser,
): Reading<SourceFacts> {
  const empty: SourceFacts = {
    language,
    context: readContextOf(file),
    candidates: [],
    exports: {},
    exportedTypes: {},
    exportsAllOf: [],
  };
  const tree = parser.parse(language, text);
  if (!tree) return { value: empty, diagnostics: [] };
  try {
    const positions = textPositions(text);
    const evaluation = createEvaluation(tree.rootNode, positions);
    const candidates = [...callsAndElements(evaluation), ...flagBagReads(evaluation, text)];
    const error = firstError(tree.rootNode);
    const diagnostics = error === null ? [] : [unreadable(error, positions)];
    return { value: { ...empty, candidates, ...exportsOf(evaluation, text) }, diagnostics };
  } finally {
    tree.delete();
  }
}
