import type { SyntaxNode } from '../../../syntax/syntaxTree';

const textLimit = 60;

/** An expression's text on one line, shortened, for messages to people. */
export function shortText(node: SyntaxNode): string {
  const text = node.text.slice(0, 4 * textLimit).replace(/\s+/g, ' ');
  return text.length <= textLimit ? text : `${text.slice(0, textLimit - 1)}…`;
}
