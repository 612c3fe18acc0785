import type { JsonValue } from '../../model/json';
import { codeChildren } from '../../syntax/syntaxNodes';
import type { SyntaxNode } from '../../syntax/syntaxTree';

/** Nodes that hold a string's own text, in the grammars of TypeScript, Go, Kotlin, Java and C#. */
const contents: ReadonlySet<string> = new Set([
  'string_fragment',
  'string_content',
  'string_literal_content',
  'interpreted_string_literal_content',
  'raw_string_literal_content',
]);

const strings: ReadonlySet<string> = new Set([
  'string',
  'string_literal',
  'interpreted_string_literal',
  'raw_string_literal',
]);

/** The node of a string's own text; null for what is no plain string: nothing in it is an escape or put in. */
export function stringContent(node: SyntaxNode | null | undefined): SyntaxNode | null {
  if (!node || !strings.has(node.type)) return null;
  const [only, ...others] = codeChildren(node);
  const isPlain = only && others.length === 0 && contents.has(only.type);
  // A parser goes on over the end of the line where a closing quote is missing.
  return isPlain && !/[\r\n]/.test(only.text) ? only : null;
}

/** The text of a plain string; null for anything else. An empty one is a text, too. */
export function stringText(node: SyntaxNode | null | undefined): string | null {
  if (node && strings.has(node.type) && codeChildren(node).length === 0) return '';
  return stringContent(node)?.text ?? null;
}

/** The value of a boolean, a number or a plain string as it is written; undefined for any other expression. */
export function literalValue(node: SyntaxNode | null | undefined): JsonValue | undefined {
  if (!node) return undefined;
  if (node.text === 'true' || node.text === 'false') return node.text === 'true';
  if (/^-?\d+(\.\d+)?$/.test(node.text)) return Number(node.text);
  return stringText(node) ?? undefined;
}
