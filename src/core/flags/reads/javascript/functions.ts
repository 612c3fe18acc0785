import type { Span } from '../../../model/position';
import type { StaticParameter, StaticValue } from '../../../model/staticValue';
import { codeChildren, enclosing } from '../../../syntax/syntaxNodes';
import type { SyntaxNode } from '../../../syntax/syntaxTree';
import type { Evaluation } from './evaluation';

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

/** Functions of React that give back the function they are given. */
const givesBack: ReadonlySet<string> = new Set(['useCallback', 'memo', 'cache', 'forwardRef']);

const transparent: ReadonlySet<string> = new Set([
  'parenthesized_expression',
  'as_expression',
  'satisfies_expression',
]);

/** `const name = ...`, `{ name: ... }`, `a.name = ...`, `name = ...` in a class: the node of the name. */
function assignedName(node: SyntaxNode): SyntaxNode | null {
  const parent = node.parent;
  switch (parent?.type) {
    case 'variable_declarator': {
      const name = parent.childForFieldName('name');
      return name?.type === 'identifier' ? name : null;
    }
    case 'pair':
      return parent.childForFieldName('key');
    case 'public_field_definition':
    case 'field_definition':
      return parent.childForFieldName('name') ?? parent.childForFieldName('property');
    case 'assignment_expression': {
      const left = parent.childForFieldName('left');
      return left?.childForFieldName('property') ?? (left?.type === 'identifier' ? left : null);
    }
    case 'arguments': {
      const call = parent.parent;
      const callee = call?.childForFieldName('function');
      const called = callee?.childForFieldName('property')?.text ?? callee?.text ?? '';
      const isFirst = codeChildren(parent)[0]?.id === node.id;
      return call && isFirst && givesBack.has(called) ? assignedName(call) : null;
    }
    default:
      return parent && transparent.has(parent.type) ? assignedName(parent) : null;
  }
}

/** The node of the name under which a function or class is declared; null where it has none. */
export function declaredNameOf(node: SyntaxNode): SyntaxNode | null {
  return node.childForFieldName('name') ?? assignedName(node);
}

/** What a function is called, for a message to people. */
export function functionName(node: SyntaxNode): string | null {
  return declaredNameOf(node)?.text ?? null;
}

function isReturned(node: SyntaxNode): boolean {
  const parent = node.parent;
  if (parent?.type === 'return_statement' || parent?.type === 'export_statement') return true;
  return parent?.type === 'arrow_function' && parent.childForFieldName('body')?.id === node.id;
}

/**
 * What identifies a function or class within its file: the place of its declared name, that of its class for a constructor,
 * an empty place for a function without a name that is returned or exported. Null for a callback.
 */
export function identityOf(node: SyntaxNode, evaluation: Evaluation): Span | null {
  if (node.type === 'method_definition' && node.childForFieldName('name')?.text === 'constructor') {
    const owner = enclosing(node, classTypes);
    return owner && identityOf(owner, evaluation);
  }
  const name = declaredNameOf(node);
  if (name) return evaluation.spanOf(name);
  if (!isReturned(node)) return null;
  const { start } = evaluation.spanOf(node);
  return { start, end: start };
}

/** The parameters of a function as callers see them. */
export function parametersOf(node: SyntaxNode, evaluation: Evaluation): readonly StaticParameter[] {
  const single = node.childForFieldName('parameter');
  const list = node.childForFieldName('parameters');
  const parameters = single ? [single] : list ? codeChildren(list) : [];
  return parameters.map((parameter) => {
    const left =
      parameter.type === 'assignment_pattern' ? parameter.childForFieldName('left') : null;
    const pattern = parameter.childForFieldName('pattern') ?? left ?? parameter;
    const given = parameter.childForFieldName('value') ?? parameter.childForFieldName('right');
    const name = pattern.type === 'identifier' ? pattern.text : '';
    const annotated = parameter.childForFieldName('type');
    const type = annotated ? evaluation.type(annotated) : null;
    const tells = type?.kind === 'one-of' || type?.kind === 'import' || type?.kind === 'member';
    return {
      name,
      ...(given && { default: evaluation.value(given) }),
      ...(tells && { type }),
    };
  });
}

/** A function as a value. */
export function functionValue(node: SyntaxNode, evaluation: Evaluation): StaticValue {
  const name = identityOf(node, evaluation);
  const returns = evaluation.returns(node);
  const parameters = parametersOf(node, evaluation);
  return { kind: 'function', returns, ...(name && { name, parameters }) };
}
