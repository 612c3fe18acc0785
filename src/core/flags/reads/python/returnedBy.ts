import type { Span } from '../../../model/position';
import { codeChildren } from '../../../syntax/syntaxNodes';
import type { SyntaxNode } from '../../../syntax/syntaxTree';
import type { Evaluation } from './evaluation';
import { functionName } from './functions';

/** Expressions whose value is computed from what is inside them. */
const passing: ReadonlySet<string> = new Set([
  'parenthesized_expression',
  'boolean_operator',
  'not_operator',
  'comparison_operator',
  'conditional_expression',
  'await',
  'attribute',
  'subscript',
  'named_expression',
  'expression_list',
]);

/** Functions that give what they are given, in another form. */
const converting: ReadonlySet<string> = new Set([
  'bool',
  'str',
  'int',
  'float',
  'cast',
  'json.loads',
]);

/** Whether what is inside a call, as its callee or an argument, makes what the call gives. */
function passesThrough(call: SyntaxNode, inner: SyntaxNode): boolean {
  const callee = call.childForFieldName('function');
  if (callee?.id === inner.id) return true;
  return converting.has(callee?.text ?? '');
}

/** The outermost expression whose value is computed from a node's, and the node around that. */
function outermost(node: SyntaxNode): SyntaxNode {
  let inner = node;
  for (let around = node.parent; around; around = around.parent) {
    const isList = around.type === 'argument_list';
    const call = isList ? around.parent : around;
    const passes =
      call?.type === 'call'
        ? passesThrough(call, isList ? around : inner)
        : passing.has(around.type);
    if (!passes || !call) return inner;
    inner = call;
    around = call;
  }
  return inner;
}

function isNamedIn(name: string, expression: SyntaxNode): boolean {
  if (expression.type === 'identifier') return expression.text === name;
  const isComputed = passing.has(expression.type) || expression.type === 'call';
  return isComputed && codeChildren(expression).some((part) => isNamedIn(name, part));
}

function isLiteral({ type }: SyntaxNode): boolean {
  return type === 'true' || type === 'false' || type === 'none';
}

/** `if read(): return True` and, behind it, `return False`. */
function decides(inner: SyntaxNode, around: SyntaxNode, returns: readonly SyntaxNode[]): boolean {
  const isCondition =
    around.type === 'if_statement' && around.childForFieldName('condition')?.id === inner.id;
  const returned = returns.flatMap((statement) => codeChildren(statement).slice(0, 1));
  return isCondition && returned.length > 1 && returned.every(isLiteral);
}

/** The name of the function whose returned value is computed from a read; null where there is none. */
export function returnedBy(read: SyntaxNode, evaluation: Evaluation): Span | null {
  const functionNode = evaluation.scopes.functionAround(read);
  const name = functionNode ? functionName(functionNode, evaluation) : null;
  if (!functionNode || !name) return null;
  const inner = outermost(read);
  const around = inner.parent;
  if (!around) return null;
  if (around.type === 'return_statement' || around.id === functionNode.id) return name;
  const returns = evaluation.returnsIn(functionNode);
  if (decides(inner, around, returns)) return name;
  const target = around.type === 'assignment' ? around.childForFieldName('left') : null;
  if (target?.type !== 'identifier') return null;
  const isReturned = returns.some((statement) =>
    codeChildren(statement).some((expression) => isNamedIn(target.text, expression)),
  );
  return isReturned ? name : null;
}
