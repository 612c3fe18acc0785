import type { StaticValue } from '../../../model/staticValue';
import { memberOf, namedValue, oneOf, otherValue, unknownValue, unnamed } from '../staticValues';
import type { SyntaxNode } from '../../../syntax/syntaxTree';
import { assignedValues } from './assignedValues';
import type {
  Declaration,
  FunctionDeclaration,
  ParameterDeclaration,
  VariableDeclaration,
} from './declaration';
import { plainType } from './plainType';
import { staticParameters } from './staticParameters';
import type { TypedEvaluation } from './typedEvaluation';

function isSettled(value: StaticValue): boolean {
  const isNull = value.kind === 'literal' && value.value === null;
  return value.kind !== 'unknown' && value.kind !== 'other' && !isNull;
}

/** Types of which something may come that is a key; `bool`, `int`, `void` and their like are none. */
const mayHoldText = /string|charsequence|object|any|\bvar\b|\bT\b/i;

/** Whether a value may be a key: a variable that is assigned again is no constant. */
function isText(value: StaticValue): boolean {
  const { kind } = unnamed(value);
  return kind === 'literal' || kind === 'concat' || kind === 'one-of';
}

function isOfCalls(value: StaticValue): boolean {
  const inner = unnamed(value);
  return inner.kind === 'call' || (inner.kind === 'one-of' && inner.values.every(isOfCalls));
}

/** `Type x = new(...)` makes what the type says. */
function initialValue(declaration: VariableDeclaration, evaluation: TypedEvaluation) {
  const { value, type } = declaration;
  if (!value) return null;
  const expression = evaluation.grammar.expression(value);
  const isOfType = expression.kind === 'construct' && !expression.type && !expression.body;
  if (!isOfType || !type) return evaluation.value(value);
  const of = evaluation.typeName(type);
  return { kind: 'construct', of, arguments: evaluation.given(expression.arguments) } as const;
}

function variableValue(
  declaration: VariableDeclaration,
  owner: Declaration | null,
  evaluation: TypedEvaluation,
): StaticValue {
  const { name, nameNode, type, getter, isConstant } = declaration;
  const typed = type ? evaluation.type(type) : null;
  if (typed?.kind === 'sdk') return typed;
  const span = evaluation.spanOf(nameNode);
  if (getter) {
    if (type && !typed && !mayHoldText.test(type.text)) return otherValue;
    const returned = evaluation.grammar.returned(getter).map((node) => evaluation.value(node));
    const value = oneOf(returned);
    return isSettled(value) ? namedValue(name, span, value) : (typed ?? value);
  }
  const initial = initialValue(declaration, evaluation);
  const assigned = owner?.kind === 'type' ? assignedValues(declaration, owner, evaluation) : [];
  const values = [...(initial ? [initial] : []), ...assigned];
  const settled = oneOf(values.filter(isSettled));
  // What a call gives is at least of the declared type, and that says more.
  if (!isSettled(settled) || (typed !== null && isOfCalls(settled))) {
    return typed ?? unknownValue(`\`${name}\` gets its value while the program runs`);
  }
  const changes = !isConstant && values.length > 1;
  if (changes && isText(settled)) {
    return unknownValue(`\`${name}\` changes while the program runs`);
  }
  return namedValue(name, span, withType(settled, typed));
}

/** What is handed in is at least of the declared type. */
function withType(value: StaticValue, type: StaticValue | null): StaticValue {
  if (value.kind !== 'parameter' || !type) return value;
  return { ...value, type: value.type ?? type };
}

function parameterValue(
  declaration: ParameterDeclaration,
  owner: Declaration | null,
  evaluation: TypedEvaluation,
): StaticValue {
  const { name, type } = declaration;
  const typed = type ? evaluation.type(type) : null;
  if (typed?.kind === 'sdk') return typed;
  const isOwned = owner?.kind === 'function' || owner?.kind === 'type';
  const index = isOwned ? owner.parameters.findIndex((each) => each.name === name) : -1;
  if (!isOwned || !owner.nameNode || index < 0) {
    const named =
      owner?.kind === 'function' && !type ? evaluation.grammar.lambdaType?.(owner.node) : null;
    const handed = named ? evaluation.type(named) : null;
    if (handed) return handed;
    return typed ?? unknownValue(`\`${name}\` is a parameter of a function without a name`);
  }
  const said = typed ?? plainType(type);
  return {
    kind: 'parameter',
    owner: evaluation.spanOf(owner.nameNode),
    index,
    name,
    ...(said && { type: said }),
  };
}

/** Whether what a function gives may be a key, by its declared type. */
function mayGiveText({ returnType, body }: FunctionDeclaration): boolean {
  return body !== null && (!returnType || mayHoldText.test(returnType.text));
}

function returnedIn(
  { body }: FunctionDeclaration,
  evaluation: TypedEvaluation,
): readonly SyntaxNode[] {
  return body ? evaluation.grammar.returned(body) : [];
}

/** A function or method as a value. */
export function functionValue(
  declaration: FunctionDeclaration,
  evaluation: TypedEvaluation,
): StaticValue {
  const { nameNode, parameters, body } = declaration;
  const hasOneResult = mayGiveText(declaration) && returnedIn(declaration, evaluation).length === 1;
  return {
    kind: 'function',
    returns: evaluation.returns(declaration),
    ...(nameNode && { name: evaluation.spanOf(nameNode) }),
    ...(parameters.length > 0 && { parameters: staticParameters(parameters, evaluation) }),
    ...(!body && { isDeclaredOnly: true }),
    ...(hasOneResult && { hasOneResult }),
  };
}

/** What calling a function gives: by its return type where that tells, else by what it returns. */
export function returnedValue(
  declaration: FunctionDeclaration,
  evaluation: TypedEvaluation,
): StaticValue {
  const { returnType, body } = declaration;
  const typed = returnType ? evaluation.type(returnType) : null;
  if (typed?.kind === 'sdk' || !body) return typed ?? otherValue;
  if (!typed && !mayGiveText(declaration)) return otherValue;
  const value = oneOf(returnedIn(declaration, evaluation).map((node) => evaluation.value(node)));
  return isSettled(value) ? value : (typed ?? value);
}

/** The value of a declared name. */
export function boundValue(
  declaration: Declaration,
  owner: Declaration | null,
  evaluation: TypedEvaluation,
): StaticValue {
  switch (declaration.kind) {
    case 'variable':
      return variableValue(declaration, owner, evaluation);
    case 'parameter':
      return parameterValue(declaration, owner, evaluation);
    case 'function':
      return functionValue(declaration, evaluation);
    case 'type':
      return evaluation.reference(declaration);
    case 'constant':
      return owner?.kind === 'type'
        ? memberOf(evaluation.reference(owner), declaration.name)
        : otherValue;
    case 'opaque': {
      const typed = declaration.type ? evaluation.type(declaration.type) : null;
      return typed ?? unknownValue(`\`${declaration.name}\` is ${declaration.what}`);
    }
  }
}
