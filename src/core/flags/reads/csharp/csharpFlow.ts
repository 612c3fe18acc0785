import { codeChildren, descendants, enclosing } from '../../../syntax/syntaxNodes';
import type { SyntaxNode } from '../../../syntax/syntaxTree';
import type { TypeDeclaration } from '../typed/declaration';
import type { Assignment, ValueFlow } from '../typed/typedGrammar';

const functionNodes: ReadonlySet<string> = new Set([
  'lambda_expression',
  'anonymous_method_expression',
  'local_function_statement',
]);

/** Expressions that a body may give as its value, without those of functions inside it. */
export function csharpReturned(body: SyntaxNode): readonly SyntaxNode[] {
  if (body.type !== 'block') {
    const isArrow = body.type === 'arrow_expression_clause';
    const only = isArrow ? codeChildren(body)[0] : body;
    return only && only.type !== 'throw_expression' ? [only] : [];
  }
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
export function csharpAssignments({ node }: TypeDeclaration): readonly Assignment[] {
  return descendants(node, 'assignment_expression').flatMap((assignment): readonly Assignment[] => {
    const left = assignment.childForFieldName('left');
    const value = assignment.childForFieldName('right');
    if (!left || !value) return [];
    if (left.type === 'identifier') {
      return [{ name: left.text, isOfThis: false, nameNode: left, value }];
    }
    const of = left.childForFieldName('expression');
    const nameNode = left.childForFieldName('name');
    if (of?.text !== 'this' || !nameNode) return [];
    return [{ name: nameNode.text, isOfThis: true, nameNode, value }];
  });
}

const through: ReadonlySet<string> = new Set([
  'parenthesized_expression',
  'await_expression',
  'prefix_unary_expression',
  'postfix_unary_expression',
  'binary_expression',
  'cast_expression',
  'as_expression',
  'is_pattern_expression',
  'conditional_access_expression',
  'checked_expression',
  'switch_expression_arm',
  'switch_expression',
]);

const handOn: ReadonlySet<string> = new Set([
  'ConfigureAwait',
  'GetAwaiter',
  'GetResult',
  'GetValueOrDefault',
]);

const methods: ReadonlySet<string> = new Set(['method_declaration', 'local_function_statement']);

/** A method hands the value to the overload of its name: `Text(IFlags flags) => Text(flags.IsOn("k"))`. */
function flowIntoCall(list: SyntaxNode): ValueFlow {
  const call = list.parent;
  const callee = call?.childForFieldName('function');
  const method = call && enclosing(call, methods);
  const name = method?.childForFieldName('name')?.text;
  return callee?.type === 'identifier' && callee.text === name ? 'through' : 'ends';
}

/** Where the value of an expression goes in the node around it. */
export function csharpFlow(node: SyntaxNode, parent: SyntaxNode): ValueFlow {
  if (through.has(parent.type)) return 'through';
  switch (parent.type) {
    case 'return_statement':
    case 'arrow_expression_clause':
      return 'returned';
    case 'conditional_expression':
      return parent.childForFieldName('condition')?.id === node.id ? 'ends' : 'through';
    case 'member_access_expression':
      return parent.childForFieldName('expression')?.id === node.id ? 'through' : 'ends';
    case 'invocation_expression': {
      if (node.type === 'argument_list') return 'through';
      const isCallee = parent.childForFieldName('function')?.id === node.id;
      const name = node.childForFieldName('name')?.text ?? '';
      return isCallee && handOn.has(name) ? 'through' : 'ends';
    }
    case 'argument':
      return 'through';
    case 'argument_list':
      return flowIntoCall(parent);
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
