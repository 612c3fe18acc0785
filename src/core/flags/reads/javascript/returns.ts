import type { StaticValue } from '../../../model/staticValue';
import { codeChildren, descendants, enclosing } from '../../../syntax/syntaxNodes';
import type { SyntaxNode } from '../../../syntax/syntaxTree';
import { oneOf, otherValue, typedObject, unnamed } from '../staticValues';
import type { Evaluation } from './evaluation';
import { functionTypes } from './functions';

/** Values that tell more than a type does: what an interface only declares is done by these. */
const telling: ReadonlySet<StaticValue['kind']> = new Set([
  'function',
  'object',
  'class',
  'construct',
]);

/** What calling a function gives: by its return type where that tells, else by what it returns. */
export function returnedValue(functionNode: SyntaxNode, evaluation: Evaluation): StaticValue {
  const annotated = functionNode.childForFieldName('return_type');
  const typed = annotated ? evaluation.type(annotated) : null;
  if (typed?.kind === 'sdk') return typed;
  const returned = resultOf(functionNode, evaluation);
  return typed && !telling.has(unnamed(returned).kind) ? typed : typedObject(returned, typed);
}

function resultOf(functionNode: SyntaxNode, evaluation: Evaluation): StaticValue {
  const body = functionNode.childForFieldName('body');
  if (!body) return otherValue;
  if (body.type !== 'statement_block') return evaluation.value(body);
  const returned = descendants(body, 'return_statement').flatMap((statement) => {
    const isOwn = enclosing(statement, functionTypes)?.id === functionNode.id;
    const expression = isOwn ? codeChildren(statement)[0] : undefined;
    return expression ? [evaluation.value(expression)] : [];
  });
  return oneOf(returned);
}
