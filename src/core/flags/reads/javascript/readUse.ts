import type { ReadUse } from '../../../model/flagRead';
import { codeChildren } from '../../../syntax/syntaxNodes';
import type { SyntaxNode } from '../../../syntax/syntaxTree';

/** What leaves a value as it is, or turns it into another that is as good. */
const carriers: ReadonlySet<string> = new Set([
  'parenthesized_expression',
  'await_expression',
  'non_null_expression',
  'as_expression',
  'satisfies_expression',
]);

/** The tokens of a node, so that blanks, line ends and comments between them do not count. */
function tokensOf(node: SyntaxNode): readonly string[] {
  if (node.type === 'comment') return [];
  // Blanks within a text count.
  if (node.children.length === 0 || /^(string|template_string|regex|jsx_text)$/.test(node.type))
    return [node.text];
  return node.children.flatMap((child) => (child ? tokensOf(child) : []));
}

/** A branch without braces that say nothing: of `{ a(); }` and `a();` the tokens are the same. */
function branchTokens(branch: SyntaxNode): string {
  const inside = branch.type === 'else_clause' ? codeChildren(branch)[0] : branch;
  const [only, ...more] = inside?.type === 'statement_block' ? codeChildren(inside) : [];
  const isAlone = only !== undefined && more.length === 0 && only.type === 'expression_statement';
  const told = isAlone ? only : inside;
  return told ? JSON.stringify(tokensOf(told)) : '';
}

function hasSameBranches(decision: SyntaxNode): boolean {
  const consequence = decision.childForFieldName('consequence');
  const alternative = decision.childForFieldName('alternative');
  if (!consequence || !alternative) return false;
  return branchTokens(consequence) === branchTokens(alternative);
}

/**
 * What becomes of the value of a call, where it is nothing: thrown away, or deciding between two branches that are the
 * same. Null for everything else.
 */
export function readUse(call: SyntaxNode): ReadUse | null {
  if (call.type !== 'call_expression') return null;
  let node = call;
  for (let parent = node.parent; parent; parent = parent.parent) {
    if (parent.type === 'expression_statement') return 'discarded';
    if (parent.type === 'if_statement' || parent.type === 'ternary_expression') {
      const isCondition = parent.childForFieldName('condition')?.id === node.id;
      return isCondition && hasSameBranches(parent) ? 'same-branches' : null;
    }
    const isNegation = parent.type === 'unary_expression' && parent.text.startsWith('!');
    if (!carriers.has(parent.type) && !isNegation) return null;
    node = parent;
  }
  return null;
}
