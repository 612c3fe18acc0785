import type { Span } from '../../../model/position';
import { codeChildren, descendants } from '../../../syntax/syntaxNodes';
import type { SyntaxNode } from '../../../syntax/syntaxTree';
import type { Evaluation } from './evaluation';
import { functionName, returnedExpression } from './functions';

/** Expressions whose value is computed from what is inside them. */
const passing: ReadonlySet<string> = new Set([
  'parenthesized_expression',
  'binary_expression',
  'unary_expression',
  'selector_expression',
  'index_expression',
  'type_assertion_expression',
  'type_conversion_expression',
]);

/** The outermost expression whose value is computed from a node's. */
function outermost(node: SyntaxNode): SyntaxNode {
  let inner = node;
  for (let around = node.parent; around; around = around.parent) {
    const isCallee =
      around.type === 'call_expression' && around.childForFieldName('function')?.id === inner.id;
    if (!isCallee && !passing.has(around.type)) return inner;
    inner = around;
  }
  return inner;
}

function isNamedIn(name: string, expression: SyntaxNode): boolean {
  if (expression.type === 'identifier') return expression.text === name;
  const isComputed = passing.has(expression.type) || expression.type === 'call_expression';
  return isComputed && codeChildren(expression).some((part) => isNamedIn(name, part));
}

/** The name that the first result of a read is given: `on` of `on, err := read()`. */
function givenName(inner: SyntaxNode): string | null {
  const list = inner.parent;
  const statement = list?.type === 'expression_list' ? list.parent : list;
  const isDeclaration =
    statement?.type === 'short_var_declaration' ||
    statement?.type === 'assignment_statement' ||
    statement?.type === 'var_spec';
  if (!statement || !isDeclaration) return null;
  const left = statement.childForFieldName('left') ?? statement.childForFieldName('name');
  const first = left?.type === 'expression_list' ? codeChildren(left)[0] : left;
  return first?.type === 'identifier' ? first.text : null;
}

function isLiteral({ type }: SyntaxNode): boolean {
  return type === 'true' || type === 'false';
}

/** `if read() { return true }` and, behind it, `return false`. */
function decides(inner: SyntaxNode, returned: readonly SyntaxNode[]): boolean {
  const around = inner.parent;
  const isCondition =
    around?.type === 'if_statement' && around.childForFieldName('condition')?.id === inner.id;
  return isCondition && returned.length > 1 && returned.every(isLiteral);
}

/** The names that a value goes on under: `m, ok := value.(map[string]any)`. */
function laterNames(given: string, functionNode: SyntaxNode): readonly string[] {
  const names = [given];
  for (const statement of descendants(functionNode, 'short_var_declaration')) {
    const right = statement.childForFieldName('right');
    const [value, ...others] = right ? codeChildren(right) : [];
    const left = statement.childForFieldName('left');
    const name = left ? codeChildren(left)[0]?.text : undefined;
    if (!value || others.length > 0 || name === undefined || !passing.has(value.type)) continue;
    if (names.some((each) => isNamedIn(each, value))) names.push(name);
  }
  return names;
}

/** The name of the function whose first result is computed from a read; null where there is none. */
export function returnedBy(read: SyntaxNode, evaluation: Evaluation): Span | null {
  const functionNode = evaluation.scopes.functionAround(read);
  const name = functionNode ? functionName(functionNode, evaluation) : null;
  if (!functionNode || !name) return null;
  const inner = outermost(read);
  const returns = evaluation.returnsIn(functionNode);
  const returned = returns.map(returnedExpression).filter((expression) => expression !== null);
  if (returned.some(({ id }) => id === inner.id)) return name;
  if (decides(inner, returned)) return name;
  const given = givenName(inner);
  if (given === null) return null;
  const names = laterNames(given, functionNode);
  const isReturned = returned.some((expression) =>
    names.some((each) => isNamedIn(each, expression)),
  );
  return isReturned ? name : null;
}
