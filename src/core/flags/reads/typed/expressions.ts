import type { StaticMember, StaticValue } from '../../../model/staticValue';
import type { SyntaxNode } from '../../../syntax/syntaxTree';
import { shortText } from '../shared/shortText';
import { constructOf, oneOf, otherValue, unknownValue, unnamed } from '../staticValues';
import { calledValue, memberValue } from './calls';
import { functionValue } from './declared';
import type { Expression } from './expression';
import { nameValue, qualifiedValue } from './names';
import type { TypedEvaluation } from './typedEvaluation';

function canBeText(value: StaticValue): boolean {
  switch (value.kind) {
    case 'literal':
      return typeof value.value === 'string' || typeof value.value === 'number';
    case 'concat':
    case 'import':
    case 'member':
    case 'call':
    case 'parameter':
      return true;
    default:
      return false;
  }
}

function concatenated(
  node: SyntaxNode,
  parts: readonly (SyntaxNode | string)[],
  evaluation: TypedEvaluation,
): StaticValue {
  const values = parts.map((part): StaticValue =>
    typeof part === 'string'
      ? { kind: 'literal', value: part, span: null }
      : evaluation.value(part),
  );
  return values.every((value) => canBeText(unnamed(value)))
    ? { kind: 'concat', parts: values }
    : unknownValue(`it is put together while the program runs: ${shortText(node)}`);
}

function constructedValue(
  expression: Expression & { readonly kind: 'construct' },
  evaluation: TypedEvaluation,
): StaticValue {
  const { type, body, members } = expression;
  const given = evaluation.given(expression.arguments);
  if (body) return constructOf(evaluation.classValue(body), given);
  if (!type) return otherValue;
  if (members.length === 0) return constructOf(evaluation.typeName(type), given);
  const known = members.map(({ nameNode, value }): [string, StaticMember] => [
    nameNode.text,
    { span: evaluation.spanOf(nameNode), value: evaluation.value(value) },
  ]);
  return { kind: 'object', members: Object.fromEntries(known), form: 'open' };
}

function listValue(elements: readonly SyntaxNode[], evaluation: TypedEvaluation): StaticValue {
  const members = elements.map((element, index): [string, StaticMember] => [
    String(index),
    { span: evaluation.spanOf(element), value: evaluation.value(element) },
  ]);
  return { kind: 'object', members: Object.fromEntries(members), form: 'array' };
}

function unaryValue(kind: 'not' | 'negative', value: StaticValue): StaticValue {
  const inner = unnamed(value);
  if (inner.kind !== 'literal') return otherValue;
  if (kind === 'not' && typeof inner.value === 'boolean') {
    return { kind: 'literal', value: !inner.value, span: null };
  }
  return kind === 'negative' && typeof inner.value === 'number'
    ? { kind: 'literal', value: -inner.value, span: null }
    : otherValue;
}

/** Values of which a type says more: what a call gives, or what another file declares. */
const saysLess: ReadonlySet<StaticValue['kind']> = new Set([
  'unknown',
  'other',
  'call',
  'member',
  'import',
]);

function castValue(node: SyntaxNode, type: SyntaxNode, evaluation: TypedEvaluation): StaticValue {
  const value = evaluation.value(node);
  const typed = evaluation.type(type);
  if (!typed) return value;
  if (typed.kind === 'sdk') return typed;
  if (value.kind === 'parameter') return { ...value, type: typed };
  return saysLess.has(unnamed(value).kind) ? typed : value;
}

/** What an expression is. */
export function expressionValue(node: SyntaxNode, evaluation: TypedEvaluation): StaticValue {
  const expression = evaluation.grammar.expression(node);
  switch (expression.kind) {
    case 'text': {
      const span = evaluation.spanOfText(expression.start, expression.end);
      return { kind: 'literal', value: expression.text, span };
    }
    case 'literal':
      return { kind: 'literal', value: expression.value, span: null };
    case 'nameOf':
      return { kind: 'literal', value: expression.name, span: null };
    case 'name':
      return nameValue(expression.name, node, 'value', evaluation);
    case 'member':
      return (
        qualifiedValue(node, evaluation) ?? memberValue(expression.of, expression.name, evaluation)
      );
    case 'this': {
      const [type] = evaluation.typesAround(node);
      return type ? constructOf(evaluation.reference(type)) : otherValue;
    }
    case 'call':
      return calledValue(node, expression, evaluation);
    case 'construct':
      return constructedValue(expression, evaluation);
    case 'concat':
      return concatenated(node, expression.parts, evaluation);
    case 'either':
      return oneOf(expression.values.map((value) => evaluation.value(value)));
    case 'same':
      return evaluation.value(expression.node);
    case 'cast':
      return castValue(expression.node, expression.type, evaluation);
    case 'function':
      return functionValue(expression.declaration, evaluation);
    case 'list':
      return listValue(expression.elements, evaluation);
    case 'not':
    case 'negative':
      return unaryValue(expression.kind, evaluation.value(expression.node));
    case 'super':
    case 'typeOf':
    case 'other':
      return otherValue;
  }
}
