import type { StaticMember, StaticMembers, StaticValue } from '../../../model/staticValue';
import { codeChildren } from '../../../syntax/syntaxNodes';
import type { SyntaxNode } from '../../../syntax/syntaxTree';
import { shortText } from '../shared/shortText';
import { oneOf, otherValue, unknownValue, unnamed } from '../staticValues';
import { calledValue } from './calls';
import { baseMember } from './classes';
import type { Evaluation } from './evaluation';
import { receiverOf } from './functions';
import { attributeOf } from './members';
import { stringParts, stringText } from './strings';

function child(node: SyntaxNode, field: string, evaluation: Evaluation): StaticValue {
  const found = node.childForFieldName(field);
  return found ? evaluation.value(found) : otherValue;
}

function literal(value: string | number | boolean | null): StaticValue {
  return { kind: 'literal', value, span: null };
}

function stringValue(node: SyntaxNode, evaluation: Evaluation): StaticValue {
  const whole = stringText(node);
  if (whole) {
    const span = evaluation.spanBetween(whole.start, whole.end);
    return { kind: 'literal', value: whole.text, span };
  }
  const parts = stringParts(node);
  if (parts.length === 0) return otherValue;
  return concatenated(
    parts.map((part) => ('text' in part ? literal(part.text) : evaluation.value(part.expression))),
    node,
  );
}

function canBeText(value: StaticValue): boolean {
  const inner = unnamed(value);
  switch (inner.kind) {
    case 'literal':
      return typeof inner.value === 'string' || typeof inner.value === 'number';
    case 'concat':
    case 'import':
    case 'member':
      return true;
    default:
      return false;
  }
}

function concatenated(parts: readonly StaticValue[], node: SyntaxNode): StaticValue {
  return parts.every(canBeText)
    ? { kind: 'concat', parts }
    : unknownValue(`it is put together while the program runs: ${shortText(node)}`);
}

function numberValue(text: string): StaticValue {
  const value = Number(text.replaceAll('_', ''));
  return Number.isFinite(value) ? literal(value) : otherValue;
}

function unaryValue(node: SyntaxNode, evaluation: Evaluation): StaticValue {
  const argument = unnamed(child(node, 'argument', evaluation));
  const value = argument.kind === 'literal' ? argument.value : undefined;
  if (node.type === 'not_operator')
    return typeof value === 'boolean' ? literal(!value) : otherValue;
  const isMinus = node.childForFieldName('operator')?.text === '-';
  return typeof value === 'number' && isMinus ? literal(-value) : otherValue;
}

function binaryValue(node: SyntaxNode, evaluation: Evaluation): StaticValue {
  const operator = node.childForFieldName('operator')?.text;
  const sides = [child(node, 'left', evaluation), child(node, 'right', evaluation)];
  if (operator === 'or') return oneOf(sides);
  if (operator === 'and') return sides[1] ?? otherValue;
  if (operator === '+') return concatenated(sides, node);
  const isFormat = operator === '%' && node.childForFieldName('left')?.type === 'string';
  return isFormat
    ? unknownValue(`it is put together while the program runs: ${shortText(node)}`)
    : otherValue;
}

/** The text of a constant key; null where it is none. */
function keyOf(node: SyntaxNode | null, evaluation: Evaluation): string | null {
  let key = node ? unnamed(evaluation.value(node)) : null;
  // A member of an enum as a key of a dictionary stands for itself.
  if (key?.kind === 'construct') key = unnamed(attributeOf(key, 'value', evaluation));
  if (key?.kind !== 'literal') return null;
  return typeof key.value === 'string' || typeof key.value === 'number' ? String(key.value) : null;
}

function dictionaryValue(node: SyntaxNode, evaluation: Evaluation): StaticValue {
  const members: Record<string, StaticMember> = {};
  let isOpen = false;
  for (const entry of codeChildren(node)) {
    const keyNode = entry.childForFieldName('key');
    const key = keyOf(keyNode, evaluation);
    const spread = entry.type === 'dictionary_splat' ? spreadMembers(entry, evaluation) : null;
    if (spread) Object.assign(members, spread);
    else if (keyNode && key !== null) {
      members[key] = { span: evaluation.spanOf(keyNode), value: child(entry, 'value', evaluation) };
    } else isOpen = true;
  }
  return { kind: 'object', members, ...(isOpen && { form: 'open' }) };
}

function spreadMembers(node: SyntaxNode, evaluation: Evaluation): StaticMembers | null {
  const inner = codeChildren(node)[0];
  const value = inner ? unnamed(evaluation.value(inner)) : otherValue;
  return value.kind === 'object' && value.form === undefined ? value.members : null;
}

function listValue(node: SyntaxNode, evaluation: Evaluation): StaticValue {
  const elements = codeChildren(node);
  if (elements.some(({ type }) => type === 'list_splat')) return otherValue;
  const members = elements.map((element, index) => [
    String(index),
    { span: evaluation.spanOf(element), value: evaluation.value(element) },
  ]);
  return { kind: 'object', members: Object.fromEntries(members), form: 'array' };
}

/** The class whose instance `self` is at a place, or whose `cls` it is; null where a name means something else. */
function receiverClass(node: SyntaxNode, evaluation: Evaluation) {
  if (node.type !== 'identifier') return null;
  const method = evaluation.scopes.find(node.text, node)?.scope;
  if (!method || receiverOf(method, evaluation)?.text !== node.text) return null;
  return evaluation.scopes.classOf(method);
}

/** The class around `super()`; null for any other expression. */
function superClass(node: SyntaxNode, evaluation: Evaluation): SyntaxNode | null {
  if (node.type !== 'call' || node.childForFieldName('function')?.text !== 'super') return null;
  const method = evaluation.scopes.functionAround(node);
  return method ? evaluation.scopes.classOf(method) : null;
}

function attributeValue(node: SyntaxNode, evaluation: Evaluation): StaticValue {
  const object = node.childForFieldName('object');
  const name = node.childForFieldName('attribute')?.text;
  if (!object || name === undefined) return otherValue;
  const receiver = receiverClass(object, evaluation);
  if (receiver && object.text === 'cls') return evaluation.staticMember(receiver, name);
  if (receiver) return evaluation.instanceMember(receiver, name);
  const derived = superClass(object, evaluation);
  if (derived) return baseMember(derived, name, evaluation);
  return attributeOf(evaluation.value(object), name, evaluation);
}

function subscriptValue(node: SyntaxNode, evaluation: Evaluation): StaticValue {
  const key = keyOf(node.childForFieldName('subscript'), evaluation);
  if (key === null)
    return unknownValue(`it is looked up while the program runs: ${shortText(node)}`);
  return attributeOf(child(node, 'value', evaluation), key, evaluation);
}

function identifierValue(node: SyntaxNode, evaluation: Evaluation): StaticValue {
  const binding = evaluation.scopes.find(node.text, node);
  if (binding) return evaluation.bound(binding);
  const { wildcards } = evaluation;
  const [module, ...orModules] = wildcards();
  if (module === undefined)
    return unknownValue(`\`${node.text}\` is declared nowhere in this file`);
  return {
    kind: 'import',
    module,
    name: node.text,
    space: 'value',
    ...(orModules.length > 0 && { orModules }),
  };
}

/** What an expression is. */
export function expressionValue(node: SyntaxNode, evaluation: Evaluation): StaticValue {
  switch (node.type) {
    case 'identifier':
      return identifierValue(node, evaluation);
    case 'string':
      return stringValue(node, evaluation);
    case 'concatenated_string':
      return concatenated(
        codeChildren(node).map((part) => evaluation.value(part)),
        node,
      );
    case 'integer':
    case 'float':
      return numberValue(node.text);
    case 'true':
      return literal(true);
    case 'false':
      return literal(false);
    case 'none':
      return literal(null);
    case 'not_operator':
    case 'unary_operator':
      return unaryValue(node, evaluation);
    case 'binary_operator':
    case 'boolean_operator':
      return binaryValue(node, evaluation);
    case 'conditional_expression': {
      const [consequence, , alternative] = codeChildren(node);
      return consequence && alternative
        ? oneOf([evaluation.value(consequence), evaluation.value(alternative)])
        : otherValue;
    }
    case 'dictionary':
      return dictionaryValue(node, evaluation);
    case 'list':
    case 'tuple':
    case 'set':
    case 'expression_list':
      return listValue(node, evaluation);
    case 'attribute':
      return attributeValue(node, evaluation);
    case 'subscript':
      return subscriptValue(node, evaluation);
    case 'call':
      return calledValue(node, evaluation);
    case 'lambda':
      return evaluation.function(node);
    case 'named_expression':
      return child(node, 'value', evaluation);
    case 'parenthesized_expression':
    case 'await':
    case 'as_pattern':
    case 'yield': {
      const inner = codeChildren(node)[0];
      return inner ? evaluation.value(inner) : otherValue;
    }
    default:
      return otherValue;
  }
}
