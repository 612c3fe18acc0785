import type { SyntaxNode } from '../../../syntax/syntaxTree';

/** Nodes that are functions, of the JavaScript and TypeScript grammars. */
export const functionTypes: ReadonlySet<string> = new Set([
  'function_declaration',
  'generator_function_declaration',
  'function_expression',
  'generator_function',
  'arrow_function',
  'method_definition',
]);

/** Nodes that are classes. */
export const classTypes: ReadonlySet<string> = new Set([
  'class_declaration',
  'abstract_class_declaration',
  'class',
]);

/** What a function is called, for a message to people. */
export function functionName(node: SyntaxNode): string | null {
  const own = node.childForFieldName('name');
  if (own) return own.text;
  const parent = node.parent;
  if (parent?.type === 'variable_declarator') return parent.childForFieldName('name')?.text ?? null;
  if (parent?.type === 'pair') return parent.childForFieldName('key')?.text ?? null;
  return null;
}
