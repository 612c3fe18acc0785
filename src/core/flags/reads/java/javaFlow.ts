import { codeChildren, descendants } from '../../../syntax/syntaxNodes';
import type { SyntaxNode } from '../../../syntax/syntaxTree';
import type { TypeDeclaration } from '../typed/declaration';
import type { Assignment, ValueFlow } from '../typed/typedGrammar';

const functionNodes: ReadonlySet<string> = new Set([
  'lambda_expression',
  'method_declaration',
  'constructor_declaration',
]);

/** Expressions that a body may give as its value, without those of functions inside it. */
export function javaReturned(body: SyntaxNode): readonly SyntaxNode[] {
  if (body.type !== 'block') return [body];
  return descendants(body, 'return_statement').flatMap((statement) => {
    const expression = codeChildren(statement)[0];
    if (!expression) return [];
    for (let around = statement.parent; around; around = around.parent) {
      if (around.id === body.id) return [expression];
      if (functionNodes.has(around.type)) return [];
    }
    return [];
  });
}

/** Assignments of names and of members of `this` within a type. */
export function javaAssignments({ node }: TypeDeclaration): readonly Assignment[] {
  return descendants(node, 'assignment_expression').flatMap((assignment): readonly Assignment[] => {
    const left = assignment.childForFieldName('left');
    const value = assignment.childForFieldName('right');
    if (!left || !value) return [];
    if (left.type === 'identifier') {
      return [{ name: left.text, isOfThis: false, nameNode: left, value }];
    }
    const of = left.childForFieldName('object');
    const nameNode = left.childForFieldName('field');
    if (of?.type !== 'this' || !nameNode) return [];
    return [{ name: nameNode.text, isOfThis: true, nameNode, value }];
  });
}

const through: ReadonlySet<string> = new Set([
  'parenthesized_expression',
  'unary_expression',
  'binary_expression',
  'cast_expression',
  'instanceof_expression',
]);

const handOn: ReadonlySet<string> = new Set([
  'join',
  'get',
  'block',
  'booleanValue',
  'orElse',
  'equals',
]);

/** Where the value of an expression goes in the node around it. */
export function javaFlow(node: SyntaxNode, parent: SyntaxNode): ValueFlow {
  if (through.has(parent.type)) return 'through';
  switch (parent.type) {
    case 'return_statement':
      return 'returned';
    case 'lambda_expression':
      return parent.childForFieldName('body')?.id === node.id ? 'returned' : 'ends';
    case 'ternary_expression':
      return parent.childForFieldName('condition')?.id === node.id ? 'ends' : 'through';
    case 'field_access':
      return parent.childForFieldName('object')?.id === node.id ? 'through' : 'ends';
    case 'method_invocation': {
      const isReceiver = parent.childForFieldName('object')?.id === node.id;
      const name = parent.childForFieldName('name')?.text ?? '';
      return isReceiver && handOn.has(name) ? 'through' : 'ends';
    }
    case 'variable_declarator': {
      const variable = parent.childForFieldName('name');
      return variable && variable.id !== node.id ? { variable } : 'ends';
    }
    case 'assignment_expression': {
      const variable = parent.childForFieldName('left');
      return variable?.type === 'identifier' && variable.id !== node.id ? { variable } : 'ends';
    }
    default:
      return 'ends';
  }
}
