import { codeChildren } from '../../../syntax/syntaxNodes';
import type { SyntaxNode } from '../../../syntax/syntaxTree';
import type { GivenArgument } from '../typed/expression';
import type { WrittenType } from '../typed/typedGrammar';

/** Nodes that declare types. */
export const typeNodes: ReadonlySet<string> = new Set([
  'class_declaration',
  'object_declaration',
  'companion_object',
]);

/** Nodes that are types as written. */
export const typeReferences: ReadonlySet<string> = new Set([
  'user_type',
  'nullable_type',
  'function_type',
  'parenthesized_type',
  'not_nullable_type',
  'dynamic_type',
]);

export function childOfType(node: SyntaxNode, type: string): SyntaxNode | null {
  return codeChildren(node).find((child) => child.type === type) ?? null;
}

/** `private`, `override`, `const`, ... */
export function modifiersOf(node: SyntaxNode): ReadonlySet<string> {
  const list = childOfType(node, 'modifiers');
  return new Set((list ? codeChildren(list) : []).map(({ text }) => text));
}

/** The arguments between the parentheses of a call. */
export function argumentsIn(list: SyntaxNode | null): readonly GivenArgument[] {
  return (list ? codeChildren(list) : [])
    .filter(({ type }) => type === 'value_argument')
    .map((argument): GivenArgument => {
      const children = codeChildren(argument);
      const [first] = children;
      const isNamed =
        first?.type === 'simple_identifier' &&
        argument.children.some((child) => child?.type === '=');
      const node = (isNamed ? children[1] : children.at(-1)) ?? argument;
      const isSpread = node.type === 'spread_expression';
      return { node, name: isNamed ? first.text : null, isSpread };
    });
}

/** A type as written; null for a function's type. */
export function kotlinType(node: SyntaxNode): WrittenType | null {
  switch (node.type) {
    case 'type_identifier':
    case 'simple_identifier':
      return { path: [node.text], arguments: [] };
    case 'user_type': {
      const children = codeChildren(node);
      const path = children
        .filter(({ type }) => type === 'type_identifier')
        .map(({ text }) => text);
      const list = children.find(({ type }) => type === 'type_arguments');
      return path.length > 0 ? { path, arguments: list ? codeChildren(list) : [] } : null;
    }
    case 'nullable_type':
    case 'parenthesized_type':
    case 'not_nullable_type':
    case 'type_projection': {
      const inner = codeChildren(node).findLast((child) => typeReferences.has(child.type));
      return inner ? kotlinType(inner) : null;
    }
    default:
      return null;
  }
}
