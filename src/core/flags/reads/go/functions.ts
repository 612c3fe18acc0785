import type { Span } from '../../../model/position';
import type { StaticParameter, StaticValue } from '../../../model/staticValue';
import { codeChildren } from '../../../syntax/syntaxNodes';
import type { SyntaxNode } from '../../../syntax/syntaxTree';
import { oneOf, otherValue } from '../staticValues';
import { namesakeOf } from './namesake';
import { builtIn } from './builtIn';
import type { Evaluation } from './evaluation';

/** A parameter by its name; `parameter` holds its type. */
interface Parameter {
  readonly name: string;
  readonly nameNode: SyntaxNode | null;
  readonly parameter: SyntaxNode;
}

/** The parameters of a function, a method or a function type, one for each name. */
function parametersIn(list: SyntaxNode | null): readonly Parameter[] {
  return (list ? codeChildren(list) : []).flatMap((parameter): readonly Parameter[] => {
    const names = codeChildren(parameter).filter(({ type }) => type === 'identifier');
    return names.length > 0
      ? names.map((nameNode) => ({ name: nameNode.text, nameNode, parameter }))
      : [{ name: '', nameNode: null, parameter }];
  });
}

/** The parameters of a function as a value has them. */
export function parametersOf(node: SyntaxNode): readonly StaticParameter[] {
  return parametersIn(node.childForFieldName('parameters')).map(({ name }) => ({ name }));
}

/** The node whose span identifies a function: its name, or the name of what a function literal is given to. */
function nameNodeOf(functionNode: SyntaxNode): SyntaxNode | null {
  const name = functionNode.childForFieldName('name');
  if (name) return name;
  let around = functionNode.parent;
  if (around?.type === 'expression_list' || around?.type === 'literal_element') {
    around = around.parent;
  }
  switch (around?.type) {
    case 'keyed_element':
      return around.childForFieldName('key');
    case 'var_spec':
      return around.childForFieldName('name');
    case 'short_var_declaration': {
      const left = around.childForFieldName('left');
      return left ? (codeChildren(left)[0] ?? null) : null;
    }
    default:
      return null;
  }
}

/** The span that identifies a function; null where it has no name. */
export function functionName(functionNode: SyntaxNode, evaluation: Evaluation): Span | null {
  const node = nameNodeOf(functionNode);
  return node ? evaluation.spanOf(node) : null;
}

/** A function, a method or a function literal as a value. */
export function functionValue(functionNode: SyntaxNode, evaluation: Evaluation): StaticValue {
  const name = functionName(functionNode, evaluation);
  const namesake = namesakeOf(functionNode, evaluation);
  return {
    kind: 'function',
    returns: evaluation.returns(functionNode),
    parameters: parametersOf(functionNode),
    ...(name && { name }),
    ...(namesake && { namesake }),
  };
}

/** The type of a function's first result. */
function firstResult(functionNode: SyntaxNode): SyntaxNode | null {
  const result = functionNode.childForFieldName('result');
  if (result?.type !== 'parameter_list') return result;
  return codeChildren(result)[0]?.childForFieldName('type') ?? null;
}

/** What a method that is only declared gives. */
export function declaredResult(node: SyntaxNode, evaluation: Evaluation): StaticValue {
  const result = firstResult(node);
  return (result && evaluation.type(result)) ?? otherValue;
}

/** The first of the values that a `return` statement gives. */
export function returnedExpression(statement: SyntaxNode): SyntaxNode | null {
  const list = codeChildren(statement)[0];
  return list?.type === 'expression_list' ? (codeChildren(list)[0] ?? null) : (list ?? null);
}

/** What calling a function gives: by its first result's type where that belongs to an SDK, else by what it returns. */
export function returnedValue(functionNode: SyntaxNode, evaluation: Evaluation): StaticValue {
  const result = firstResult(functionNode);
  if (!result) return otherValue;
  // What is of a basic type is no client, and no constant either.
  if (builtIn.has(result.text)) return otherValue;
  const typed = evaluation.type(result);
  if (typed?.kind === 'sdk') return typed;
  const returned = evaluation
    .returnsIn(functionNode)
    .map(returnedExpression)
    .filter((expression) => expression !== null)
    .map((expression) => evaluation.value(expression));
  const value = oneOf(returned);
  const isSettled = value.kind !== 'unknown' && value.kind !== 'other';
  return isSettled ? value : (typed ?? value);
}

/** The value of a parameter, inside its function. */
export function parameterValue(
  owner: SyntaxNode,
  nameNode: SyntaxNode,
  parameter: SyntaxNode,
  evaluation: Evaluation,
): StaticValue {
  const annotated = parameter.childForFieldName('type');
  const typed = annotated ? evaluation.type(annotated) : null;
  if (typed?.kind === 'sdk') return typed;
  const all = parametersIn(owner.childForFieldName('parameters'));
  const index = all.findIndex((each) => each.nameNode?.id === nameNode.id);
  const name = functionName(owner, evaluation);
  if (!name || index < 0 || parameter.type === 'variadic_parameter_declaration') {
    return typed ?? { kind: 'unknown', reason: `\`${nameNode.text}\` is a parameter` };
  }
  return {
    kind: 'parameter',
    owner: name,
    index,
    name: nameNode.text,
    ...(typed && { type: typed }),
  };
}
