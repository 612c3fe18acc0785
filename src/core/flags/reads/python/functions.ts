import type { Span } from '../../../model/position';
import type { StaticParameter, StaticValue } from '../../../model/staticValue';
import { codeChildren } from '../../../syntax/syntaxNodes';
import type { SyntaxNode } from '../../../syntax/syntaxTree';
import { oneOf, otherValue, unknownValue } from '../staticValues';
import type { Evaluation } from './evaluation';
import { parameterName } from './statements';

/** The decorators of a function or a class, as written: `property`, `functools.cache`, `flag("x")`. */
export function decoratorsOf(definition: SyntaxNode): readonly SyntaxNode[] {
  const around = definition.parent;
  if (around?.type !== 'decorated_definition') return [];
  return codeChildren(around)
    .filter(({ type }) => type === 'decorator')
    .flatMap((decorator) => codeChildren(decorator).slice(0, 1));
}

const getterDecorators = /(^|\.)(property|cached_property|cachedproperty|classproperty|getter)$/;

/** Whether a method is a getter. */
export function isGetter(method: SyntaxNode): boolean {
  return decoratorsOf(method).some(({ text }) => getterDecorators.test(text));
}

function isStaticMethod(method: SyntaxNode): boolean {
  return decoratorsOf(method).some(({ text }) => text === 'staticmethod');
}

/** The first parameter of a method, which the call does not give: `self`, `cls`. */
export function receiverOf(functionNode: SyntaxNode, evaluation: Evaluation): SyntaxNode | null {
  if (functionNode.type !== 'function_definition') return null;
  if (!evaluation.scopes.classOf(functionNode) || isStaticMethod(functionNode)) return null;
  const list = functionNode.childForFieldName('parameters');
  const first = list ? codeChildren(list)[0] : undefined;
  return first ? parameterName(first) : null;
}

/** The parameters that a call gives, in order. */
export function givenParameters(
  functionNode: SyntaxNode,
  evaluation: Evaluation,
): readonly SyntaxNode[] {
  const list = functionNode.childForFieldName('parameters');
  const all = (list ? codeChildren(list) : []).filter(
    ({ type }) => type !== 'keyword_separator' && type !== 'positional_separator',
  );
  return receiverOf(functionNode, evaluation) ? all.slice(1) : all;
}

/** The parameters of a function as a value has them. */
export function parametersOf(
  functionNode: SyntaxNode,
  evaluation: Evaluation,
): readonly StaticParameter[] {
  return givenParameters(functionNode, evaluation).map((parameter) => {
    const name = parameterName(parameter)?.text ?? parameter.text;
    const given = parameter.childForFieldName('value');
    return given ? { name, default: evaluation.value(given) } : { name };
  });
}

/**
 * The node whose span identifies a function: its name, or the name a lambda is given. Null for a lambda without one.
 * A class stands for its constructor.
 */
export function nameNodeOf(functionNode: SyntaxNode, evaluation: Evaluation): SyntaxNode | null {
  const name = functionNode.childForFieldName('name');
  if (name?.text === '__init__') {
    return evaluation.scopes.classOf(functionNode)?.childForFieldName('name') ?? name;
  }
  if (name) return name;
  const around = functionNode.parent;
  if (around?.type === 'assignment') return around.childForFieldName('left');
  return around?.type === 'keyword_argument' || around?.type === 'pair'
    ? (around.childForFieldName('name') ?? around.childForFieldName('key'))
    : null;
}

/** The span that identifies a function; null where it has no name. */
export function functionName(functionNode: SyntaxNode, evaluation: Evaluation): Span | null {
  const node = nameNodeOf(functionNode, evaluation);
  return node ? evaluation.spanOf(node) : null;
}

/** A function, a method or a lambda as a value. */
export function functionValue(functionNode: SyntaxNode, evaluation: Evaluation): StaticValue {
  const name = functionName(functionNode, evaluation);
  return {
    kind: 'function',
    returns: evaluation.returns(functionNode),
    parameters: evaluation.parameters(functionNode),
    ...(name && { name }),
    ...(isOnlyDeclared(functionNode) && { isDeclaredOnly: true }),
  };
}

/** A body of `...`, `pass` or a lone text: a protocol's or an abstract class's method. */
function isOnlyDeclared(functionNode: SyntaxNode): boolean {
  const body = functionNode.childForFieldName('body');
  const statements = body?.type === 'block' ? codeChildren(body) : [];
  if (statements.length === 0) return false;
  return statements.every((statement) => {
    if (statement.type === 'pass_statement') return true;
    const inner =
      statement.type === 'expression_statement' ? codeChildren(statement)[0] : undefined;
    return inner?.type === 'ellipsis' || inner?.type === 'string';
  });
}

/** What functions of these types give is no client, and no constant either. */
const plainTypes: ReadonlySet<string> = new Set([
  'None',
  'bool',
  'bytes',
  'dict',
  'float',
  'int',
  'list',
  'str',
]);

/** What calling a function gives: by its return type where that tells, else by what it returns. */
export function returnedValue(functionNode: SyntaxNode, evaluation: Evaluation): StaticValue {
  const annotated = functionNode.childForFieldName('return_type');
  const typed = annotated ? evaluation.type(annotated) : null;
  if (typed?.kind === 'sdk') return typed;
  if (annotated && plainTypes.has(annotated.text)) return otherValue;
  const body = functionNode.childForFieldName('body');
  if (!body) return otherValue;
  if (body.type !== 'block') return evaluation.value(body);
  const returned = evaluation.returnsIn(functionNode).flatMap((statement) => {
    const expression = codeChildren(statement)[0];
    return expression ? [evaluation.value(expression)] : [];
  });
  const value = oneOf(returned);
  const isSettled = value.kind !== 'unknown' && value.kind !== 'other';
  return isSettled ? value : (typed ?? value);
}

/** The value of a parameter, inside its function. */
export function parameterValue(
  owner: SyntaxNode,
  parameter: SyntaxNode,
  nameNode: SyntaxNode,
  evaluation: Evaluation,
): StaticValue {
  const annotated = parameter.childForFieldName('type');
  const typed = annotated ? evaluation.type(annotated) : null;
  if (typed?.kind === 'sdk') return typed;
  const index = givenParameters(owner, evaluation).findIndex(({ id }) => id === parameter.id);
  const name = functionName(owner, evaluation);
  if (index < 0) return otherValue;
  const isMany = [parameter, ...codeChildren(parameter)].some(({ type }) => splat.test(type));
  if (!name || isMany) {
    const what = isMany ? 'several arguments' : 'a parameter';
    return typed ?? unknownValue(`\`${nameNode.text}\` is ${what}`);
  }
  return {
    kind: 'parameter',
    owner: name,
    index,
    name: nameNode.text,
    ...(typed && { type: typed }),
  };
}

const splat = /splat_pattern$/;
