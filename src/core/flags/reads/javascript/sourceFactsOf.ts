import type { Diagnostic, Reading } from '../../../model/diagnostic';
import type { SourceLanguage } from '../../../model/flagRead';
import type { SourceFacts } from '../../../model/sourceFacts';
import { codeChildren } from '../../../syntax/syntaxNodes';
import type { SyntaxNode, SyntaxParser } from '../../../syntax/syntaxTree';
import { textPositions, type TextPositions } from '../../../syntax/textPositions';
import { readContextOf } from '../readContext';
import { callsAndElements } from './candidates';
import { createEvaluation } from './createEvaluation';
import { exportsOf } from './exports';
import { flagBagReads } from './flagBags';

/** Nothing of the text is a statement: the parser recovers from all smaller faults. */
function isUnreadable(root: SyntaxNode): boolean {
  const parts = codeChildren(root);
  return root.type === 'ERROR' || (parts.length > 0 && parts.every(({ type }) => type === 'ERROR'));
}

function unreadable(root: SyntaxNode, positions: TextPositions): Diagnostic {
  return {
    code: 'source-not-parsed',
    severity: 'information',
    message: 'No statement of this file could be parsed, so reads in it may be missing.',
    // The parser's own rows know no lone carriage return; offsets are what both agree on.
    span: positions.spanOf(root.startIndex, root.startIndex),
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
    const diagnostics = isUnreadable(tree.rootNode) ? [unreadable(tree.rootNode, positions)] : [];
    return { value: { ...empty, candidates, ...exportsOf(evaluation, text) }, diagnostics };
  } finally {
    tree.delete();
  }
}
