import { codeChildren } from '../../../syntax/syntaxNodes';
import type { SyntaxNode } from '../../../syntax/syntaxTree';
import type { WrittenType } from '../typed/typedGrammar';
import type { GivenArgument } from '../typed/expression';

/** Nodes that declare types. */
export const typeNodes: ReadonlySet<string> = new Set([
  'class_declaration',
  'struct_declaration',
  'record_declaration',
  'interface_declaration',
  'enum_declaration',
]);

const conditional: ReadonlySet<string> = new Set([
  'preproc_if',
  'preproc_else',
  'preproc_elif',
  'declaration_list',
]);

/** The children of a node, with those behind `#if` among them: either may be compiled. */
export function compiledChildren(node: SyntaxNode): readonly SyntaxNode[] {
  return codeChildren(node).flatMap((child) =>
    conditional.has(child.type) ? compiledChildren(child) : [child],
  );
}

export function childOfType(node: SyntaxNode, type: string): SyntaxNode | null {
  return codeChildren(node).find((child) => child.type === type) ?? null;
}

/** `public`, `static`, `const`, ... */
export function modifiersOf(node: SyntaxNode): ReadonlySet<string> {
  return new Set(
    codeChildren(node)
      .filter(({ type }) => type === 'modifier')
      .map(({ text }) => text),
  );
}

/** The arguments of a call, an attribute or a base. */
export function argumentsIn(list: SyntaxNode | null): readonly GivenArgument[] {
  return (list ? codeChildren(list) : []).flatMap((argument): readonly GivenArgument[] => {
    const children = codeChildren(argument);
    const [only] = children;
    if (argument.type === 'attribute_argument' && only?.type === 'assignment_expression') {
      const name = only.childForFieldName('left');
      const value = only.childForFieldName('right');
      return name && value ? [{ node: value, name: name.text, isSpread: false }] : [];
    }
    const nameNode = argument.childForFieldName('name');
    const node = children.findLast((child) => child.id !== nameNode?.id) ?? only;
    if (!node) return [];
    const isNamed = nameNode !== null && node.id !== nameNode.id;
    return [{ node, name: isNamed ? nameNode.text : null, isSpread: false }];
  });
}

/** The type that a call names, of a lambda that is all it is given: `Substitute<IFlags>(flags => ...)`. */
export function lambdaType(lambda: SyntaxNode): SyntaxNode | null {
  const list = lambda.parent?.parent;
  const call = list?.parent;
  if (list?.type !== 'argument_list' || call?.type !== 'invocation_expression') return null;
  const callee = call.childForFieldName('function');
  const name = callee?.type === 'generic_name' ? callee : callee?.childForFieldName('name');
  const types = name?.type === 'generic_name' ? childOfType(name, 'type_argument_list') : null;
  const [only, ...others] = types ? codeChildren(types) : [];
  return only && others.length === 0 && codeChildren(list).length === 1 ? only : null;
}

/** A type as written; null for arrays, tuples, built-in types and `var`. */
export function csharpType(node: SyntaxNode): WrittenType | null {
  switch (node.type) {
    case 'identifier':
      return { path: [node.text], arguments: [] };
    case 'generic_name': {
      const [name] = codeChildren(node);
      const list = childOfType(node, 'type_argument_list');
      return name ? { path: [name.text], arguments: list ? codeChildren(list) : [] } : null;
    }
    case 'qualified_name': {
      const qualifier = node.childForFieldName('qualifier');
      const name = node.childForFieldName('name');
      const inner = name ? csharpType(name) : null;
      const outer = qualifier ? csharpType(qualifier) : null;
      if (!inner) return null;
      return { path: [...(outer?.path ?? []), ...inner.path], arguments: inner.arguments };
    }
    case 'alias_qualified_name': {
      const name = node.childForFieldName('name');
      return name ? csharpType(name) : null;
    }
    case 'nullable_type':
    case 'ref_type':
    case 'scoped_type': {
      const inner = node.childForFieldName('type') ?? codeChildren(node)[0];
      return inner ? csharpType(inner) : null;
    }
    default:
      return null;
  }
}
