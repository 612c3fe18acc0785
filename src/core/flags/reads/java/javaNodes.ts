import { codeChildren } from '../../../syntax/syntaxNodes';
import type { SyntaxNode } from '../../../syntax/syntaxTree';
import type { GivenArgument } from '../typed/expression';
import type { WrittenType } from '../typed/typedGrammar';

/** Nodes that declare types. */
export const typeNodes: ReadonlySet<string> = new Set([
  'class_declaration',
  'interface_declaration',
  'enum_declaration',
  'record_declaration',
  'annotation_type_declaration',
]);

export function childOfType(node: SyntaxNode, type: string): SyntaxNode | null {
  return codeChildren(node).find((child) => child.type === type) ?? null;
}

/** `public`, `static`, `final`, ... */
export function modifiersOf(node: SyntaxNode): ReadonlySet<string> {
  const list = childOfType(node, 'modifiers');
  const words = (list?.children ?? []).filter((child) => child && !child.isNamed);
  return new Set(words.map((child) => child?.type ?? ''));
}

/** Names of the annotations of a declaration, without their packages. */
export function annotationsOf(node: SyntaxNode): ReadonlySet<string> {
  const list = childOfType(node, 'modifiers');
  const names = (list ? codeChildren(list) : []).map(
    (annotation) => annotation.childForFieldName('name')?.text.split('.').at(-1) ?? '',
  );
  return new Set(names);
}

/** The arguments of a call or an annotation. */
export function argumentsIn(list: SyntaxNode | null): readonly GivenArgument[] {
  return (list ? codeChildren(list) : []).flatMap((node): readonly GivenArgument[] => {
    if (node.type !== 'element_value_pair') return [{ node, name: null, isSpread: false }];
    const value = node.childForFieldName('value');
    const name = node.childForFieldName('key')?.text ?? null;
    // `value` is what an annotation takes without a name.
    return value ? [{ node: value, name: name === 'value' ? null : name, isSpread: false }] : [];
  });
}

/** A type as written; null for arrays and built-in types. */
export function javaType(node: SyntaxNode): WrittenType | null {
  switch (node.type) {
    case 'type_identifier':
    case 'identifier':
      return node.text === 'var' ? null : { path: [node.text], arguments: [] };
    case 'scoped_type_identifier':
    case 'scoped_identifier':
      return { path: node.text.replace(/\s|@\w+|<.*>/g, '').split('.'), arguments: [] };
    case 'generic_type': {
      const [name] = codeChildren(node);
      const list = childOfType(node, 'type_arguments');
      const written = name ? javaType(name) : null;
      return written && { ...written, arguments: list ? codeChildren(list) : [] };
    }
    case 'annotated_type': {
      const last = codeChildren(node).at(-1);
      return last ? javaType(last) : null;
    }
    case 'wildcard': {
      const bound = codeChildren(node).at(-1);
      return bound ? javaType(bound) : null;
    }
    default:
      return null;
  }
}
