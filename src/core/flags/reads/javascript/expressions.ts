import type { KeyPattern } from '../../../model/flagRead';
import type { StaticMember, StaticMembers, StaticValue } from '../../../model/staticValue';
import { codeChildren } from '../../../syntax/syntaxNodes';
import type { SyntaxNode } from '../../../syntax/syntaxTree';
import { constructOf, memberOf, oneOf, otherValue, unknownValue, unnamed } from '../staticValues';
import { shortText } from '../shared/shortText';
import { calledValue, staticArguments } from './calls';
import { classValue } from './classValue';
import type { Evaluation } from './evaluation';
import { classTypes, functionTypes, functionValue } from './functions';
import { propertyName } from './patterns';
import { literalText, unescapeText } from './stringText';
import { thisMember } from './thisMember';

function child(node: SyntaxNode, field: string, evaluation: Evaluation): StaticValue {
  const found = node.childForFieldName(field);
  return found ? evaluation.value(found) : otherValue;
}

function inner(node: SyntaxNode, evaluation: Evaluation): StaticValue {
  const found = codeChildren(node)[0];
  return found ? evaluation.value(found) : otherValue;
}

function stringValue(node: SyntaxNode, evaluation: Evaluation): StaticValue {
  return {
    kind: 'literal',
    value: literalText(node) ?? '',
    span: evaluation.innerSpanOf(node),
  };
}

function templateValue(node: SyntaxNode, evaluation: Evaluation): StaticValue {
  if (literalText(node) !== null) return stringValue(node, evaluation);
  const parts = codeChildren(node).map((part): StaticValue => {
    if (part.type === 'template_substitution') return inner(part, evaluation);
    return { kind: 'literal', value: unescapeText(part.text), span: null };
  });
  return concatenated(parts, node);
}

function concatenated(parts: readonly StaticValue[], node: SyntaxNode): StaticValue {
  const hopeless = parts.some((part) => !canBeText(unnamed(part)));
  if (!hopeless) return { kind: 'concat', parts };
  const reason = `it is put together while the program runs: ${shortText(node)}`;
  return { kind: 'unknown', reason, pattern: patternOf(parts) };
}

/** What a text begins and ends with, whatever is between. */
function patternOf(parts: readonly StaticValue[]): KeyPattern {
  const [first, last] = [parts[0], parts.at(-1)].map((part) => part && unnamed(part));
  const known = (part: StaticValue | undefined) =>
    part?.kind === 'literal' && typeof part.value === 'string' ? part.value : '';
  const inner = (part: StaticValue | undefined) =>
    part?.kind === 'unknown' && part.pattern ? part.pattern : null;
  return {
    begins: inner(first)?.begins ?? known(first),
    ends: inner(last)?.ends ?? known(last),
  };
}

function canBeText(value: StaticValue): boolean {
  switch (value.kind) {
    case 'literal':
      return typeof value.value === 'string' || typeof value.value === 'number';
    case 'concat':
    case 'import':
    case 'member':
    case 'parameter':
      return true;
    case 'call':
      return !isPartOfParameter(value.of);
    default:
      return false;
  }
}

/** What a method of a parameter gives (`key.trim()`) is nobody's constant. */
function isPartOfParameter(value: StaticValue): boolean {
  const inner = value.kind === 'member' ? unnamed(value.of) : value;
  return inner.kind === 'parameter' || (inner !== value && isPartOfParameter(inner));
}

function numberValue(text: string): StaticValue {
  const value = Number(text.replaceAll('_', ''));
  return Number.isFinite(value) ? { kind: 'literal', value, span: null } : otherValue;
}

function unaryValue(node: SyntaxNode, evaluation: Evaluation): StaticValue {
  const argument = unnamed(child(node, 'argument', evaluation));
  const operator = node.childForFieldName('operator')?.text;
  const value = argument.kind === 'literal' ? argument.value : undefined;
  if (typeof value === 'number' && operator === '-') {
    return { kind: 'literal', value: -value, span: null };
  }
  if (typeof value === 'number' && operator === '!') {
    return { kind: 'literal', value: value === 0, span: null };
  }
  return typeof value === 'boolean' && operator === '!'
    ? { kind: 'literal', value: !value, span: null }
    : otherValue;
}

function binaryValue(node: SyntaxNode, evaluation: Evaluation): StaticValue {
  const operator = node.childForFieldName('operator')?.text;
  if (operator === '??' || operator === '||') {
    return oneOf([child(node, 'left', evaluation), child(node, 'right', evaluation)]);
  }
  if (operator === '&&') return child(node, 'right', evaluation);
  if (operator !== '+') return otherValue;
  return concatenated([child(node, 'left', evaluation), child(node, 'right', evaluation)], node);
}

function objectValue(node: SyntaxNode, evaluation: Evaluation): StaticValue {
  const members: Record<string, StaticMember> = {};
  let isOpen = false;
  for (const entry of codeChildren(node)) {
    const added =
      entry.type === 'spread_element'
        ? spreadMembers(entry, evaluation)
        : entryMember(entry, evaluation);
    if (added) Object.assign(members, added);
    else isOpen = true;
  }
  return { kind: 'object', members, ...(isOpen && { form: 'open' }) };
}

/** The members an object takes over from another one; null where they are not known. */
function spreadMembers(node: SyntaxNode, evaluation: Evaluation): StaticMembers | null {
  const spread = unnamed(inner(node, evaluation));
  return spread.kind === 'object' && spread.form === undefined ? spread.members : null;
}

function entryMember(entry: SyntaxNode, evaluation: Evaluation): StaticMembers | null {
  const keyNode = entry.childForFieldName('key') ?? entry.childForFieldName('name') ?? entry;
  const name = computedName(keyNode, evaluation);
  if (name === null) return null;
  return { [name]: { span: evaluation.spanOf(keyNode), value: memberValue(entry, evaluation) } };
}

function computedName(keyNode: SyntaxNode, evaluation: Evaluation): string | null {
  if (keyNode.type !== 'computed_property_name') return propertyName(keyNode);
  const key = unnamed(inner(keyNode, evaluation));
  return key.kind === 'literal' && typeof key.value === 'string' ? key.value : null;
}

function memberValue(entry: SyntaxNode, evaluation: Evaluation): StaticValue {
  if (entry.type === 'method_definition') {
    return entry.children.some((token) => token?.type === 'get')
      ? evaluation.returns(entry)
      : functionValue(entry, evaluation);
  }
  if (entry.type === 'pair') return child(entry, 'value', evaluation);
  return evaluation.value(entry);
}

function arrayValue(node: SyntaxNode, evaluation: Evaluation): StaticValue {
  const elements = codeChildren(node);
  if (elements.some(({ type }) => type === 'spread_element')) return otherValue;
  const members = elements.map((element, index) => [
    String(index),
    { span: evaluation.spanOf(element), value: evaluation.value(element) },
  ]);
  return { kind: 'object', members: Object.fromEntries(members), form: 'array' };
}

function memberExpression(node: SyntaxNode, evaluation: Evaluation): StaticValue {
  const object = node.childForFieldName('object');
  const property = node.childForFieldName('property');
  if (!object || !property) return otherValue;
  if (object.type === 'this') return thisMember(node, property.text, evaluation);
  return memberOf(evaluation.value(object), property.text);
}

function subscriptExpression(node: SyntaxNode, evaluation: Evaluation): StaticValue {
  const index = unnamed(child(node, 'index', evaluation));
  const isKnown =
    index.kind === 'literal' &&
    (typeof index.value === 'string' || typeof index.value === 'number');
  if (!isKnown) return unknownValue(`it is looked up while the program runs: ${shortText(node)}`);
  const object = node.childForFieldName('object');
  if (!object) return otherValue;
  if (object.type === 'this') return thisMember(node, String(index.value), evaluation);
  return memberOf(evaluation.value(object), String(index.value));
}

function identifierValue(node: SyntaxNode, evaluation: Evaluation): StaticValue {
  if (node.text === 'undefined') return otherValue;
  const binding = evaluation.scopes.value(node.text, node);
  return binding
    ? evaluation.bound(binding)
    : unknownValue(`\`${node.text}\` is declared nowhere in this file`);
}

function literal(value: boolean | null): StaticValue {
  return { kind: 'literal', value, span: null };
}

/** What an expression is, of the JavaScript and TypeScript grammars. */
export function expressionValue(node: SyntaxNode, evaluation: Evaluation): StaticValue {
  if (functionTypes.has(node.type)) return functionValue(node, evaluation);
  if (classTypes.has(node.type)) {
    return classValue(node, evaluation);
  }
  switch (node.type) {
    case 'identifier':
    case 'shorthand_property_identifier':
      return identifierValue(node, evaluation);
    case 'string':
      return stringValue(node, evaluation);
    case 'template_string':
      return templateValue(node, evaluation);
    case 'number':
      return numberValue(node.text);
    case 'true':
      return literal(true);
    case 'false':
      return literal(false);
    case 'null':
      return literal(null);
    case 'unary_expression':
      return unaryValue(node, evaluation);
    case 'binary_expression':
      return binaryValue(node, evaluation);
    case 'ternary_expression':
      return oneOf([
        child(node, 'consequence', evaluation),
        child(node, 'alternative', evaluation),
      ]);
    case 'object':
      return objectValue(node, evaluation);
    case 'array':
      return arrayValue(node, evaluation);
    case 'member_expression':
      return memberExpression(node, evaluation);
    case 'subscript_expression':
      return subscriptExpression(node, evaluation);
    case 'call_expression':
      return calledValue(node, evaluation);
    case 'new_expression':
      return constructOf(child(node, 'constructor', evaluation), staticArguments(node, evaluation));
    case 'assignment_expression':
    case 'augmented_assignment_expression':
      return child(node, 'right', evaluation);
    case 'as_expression':
    case 'satisfies_expression':
      return castValue(node, evaluation);
    case 'type_assertion':
      return typeAssertionValue(node, evaluation);
    case 'await_expression':
    case 'non_null_expression':
    case 'parenthesized_expression':
      return inner(node, evaluation);
    case 'sequence_expression':
      return lastOf(node, evaluation);
    default:
      return otherValue;
  }
}

/** `value as Type`: the value where it is known, else what the type says. */
function castValue(node: SyntaxNode, evaluation: Evaluation): StaticValue {
  const [expression, type] = codeChildren(node);
  const value = expression ? evaluation.value(expression) : otherValue;
  if (value.kind !== 'unknown' && value.kind !== 'other') return value;
  return (type && evaluation.type(type)) ?? value;
}

function typeAssertionValue(node: SyntaxNode, evaluation: Evaluation): StaticValue {
  const [types, expression] = codeChildren(node);
  const value = expression ? evaluation.value(expression) : otherValue;
  if (value.kind !== 'unknown' && value.kind !== 'other') return value;
  const type = types && codeChildren(types)[0];
  return (type && evaluation.type(type)) ?? value;
}

function lastOf(node: SyntaxNode, evaluation: Evaluation): StaticValue {
  const last = codeChildren(node).at(-1);
  return last ? evaluation.value(last) : otherValue;
}
