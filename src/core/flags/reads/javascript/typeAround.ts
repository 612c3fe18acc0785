import { codeChildren, enclosing } from '../../../syntax/syntaxNodes';
import type { SyntaxNode } from '../../../syntax/syntaxTree';
import { functionTypes } from './functions';

/** Functions that give what the function they are given returns, or what they are given. */
const handOn: ReadonlySet<string> = new Set(['useMemo', 'useCallback', 'freeze', 'seal']);
const lists: ReadonlySet<string> = new Set(['Array', 'ReadonlyArray']);

/** `: Type` */
function annotated(node: SyntaxNode, field: string): SyntaxNode | null {
  const type = node.childForFieldName(field);
  return type?.type === 'type_annotation' ? (codeChildren(type)[0] ?? null) : type;
}

function isResultOf(node: SyntaxNode, parent: SyntaxNode): boolean {
  return parent.type === 'arrow_function' && parent.childForFieldName('body')?.id === node.id;
}

/** `Type` of `Type[]`, `readonly Type[]` and `Array<Type>`. */
function elementType(list: SyntaxNode): SyntaxNode | null {
  const [first, second] = codeChildren(list);
  switch (list.type) {
    case 'array_type':
      return first ?? null;
    case 'readonly_type':
      return first ? elementType(first) : null;
    case 'generic_type':
      return first && second && lists.has(first.text) ? (codeChildren(second)[0] ?? null) : null;
    default:
      return null;
  }
}

function typeOfResult(owner: SyntaxNode): SyntaxNode | null {
  const own = annotated(owner, 'return_type');
  return own ?? (owner.parent?.type === 'arguments' ? typeAround(owner) : null);
}

/**
 * The type of which an expression is written as a value: `const a: Type = ...`, `(): Type => ...`, `... as Type`,
 * `const list: Type[] = [...]`.
 */
export function typeAround(node: SyntaxNode): SyntaxNode | null {
  const { parent } = node;
  switch (parent?.type) {
    case 'variable_declarator':
    case 'public_field_definition':
      return annotated(parent, 'type');
    case 'as_expression':
    case 'satisfies_expression':
      return codeChildren(parent)[1] ?? null;
    case 'parenthesized_expression':
      return typeAround(parent);
    case 'array': {
      const list = typeAround(parent);
      return list && elementType(list);
    }
    case 'arguments': {
      const call = parent.parent;
      const callee = call?.childForFieldName('function');
      const name = callee?.childForFieldName('property')?.text ?? callee?.text ?? '';
      return call && handOn.has(name) ? typeAround(call) : null;
    }
    case 'return_statement': {
      const owner = enclosing(parent, functionTypes);
      return owner && typeOfResult(owner);
    }
    default:
      return parent && isResultOf(node, parent) ? typeOfResult(parent) : null;
  }
}
