import { gatheredNodes } from './gatheredNodes';
import type { SyntaxNode } from './syntaxTree';

/** What the grammars call comments. */
const comments: ReadonlySet<string> = new Set([
  'comment',
  'line_comment',
  'block_comment',
  'multiline_comment',
]);

export function isComment({ type }: SyntaxNode): boolean {
  return comments.has(type);
}

/** The named children of a node that are code: comments are none. */
export function codeChildren(node: SyntaxNode): readonly SyntaxNode[] {
  return node.namedChildren.filter(
    (child): child is SyntaxNode => child !== null && !comments.has(child.type),
  );
}

/** Whether a node has a child token of that type, such as `async`, `static` or `?.`. */
export function hasToken(node: SyntaxNode, type: string): boolean {
  return node.children.some((child) => child?.type === type);
}

/** The nearest node around `node` (itself not counted) whose type is one of `types`; null where there is none. */
export function enclosing(node: SyntaxNode, types: ReadonlySet<string>): SyntaxNode | null {
  for (let around = node.parent; around; around = around.parent) {
    if (types.has(around.type)) return around;
  }
  return null;
}

/** All nodes of these types within `node`, in order of position. */
export function descendants(node: SyntaxNode, ...types: string[]): readonly SyntaxNode[] {
  return (
    gatheredNodes(node, types) ?? node.descendantsOfType(types).filter((found) => found !== null)
  );
}
