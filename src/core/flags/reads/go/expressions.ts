import type { StaticMember, StaticValue } from '../../../model/staticValue';
import { codeChildren } from '../../../syntax/syntaxNodes';
import type { SyntaxNode } from '../../../syntax/syntaxTree';
import { shortText } from '../shared/shortText';
import { memberOf, otherValue, unknownValue, unnamed } from '../staticValues';
import { calledValue } from './calls';
import type { Evaluation } from './evaluation';
import { ownPackage } from './imports';
import { literalValue } from './literals';
import { selected } from './members';
import { literalText } from './strings';

function child(node: SyntaxNode, field: string, evaluation: Evaluation): StaticValue {
  const found = node.childForFieldName(field);
  return found ? evaluation.value(found) : otherValue;
}

function literal(value: string | number | boolean | null): StaticValue {
  return { kind: 'literal', value, span: null };
}

function stringValue(node: SyntaxNode, evaluation: Evaluation): StaticValue {
  // A text that ends where it begins has one quote.
  const start = node.startIndex + 1;
  const span = evaluation.spanBetween(start, Math.max(start, node.endIndex - 1));
  return { kind: 'literal', value: literalText(node) ?? '', span };
}

function canBeText(value: StaticValue): boolean {
  const inner = unnamed(value);
  switch (inner.kind) {
    case 'literal':
      return typeof inner.value === 'string';
    case 'concat':
    case 'import':
    case 'member':
      return true;
    default:
      return false;
  }
}

function binaryValue(node: SyntaxNode, evaluation: Evaluation): StaticValue {
  if (node.childForFieldName('operator')?.text !== '+') return otherValue;
  const parts = [child(node, 'left', evaluation), child(node, 'right', evaluation)];
  return parts.every(canBeText)
    ? { kind: 'concat', parts }
    : unknownValue(`it is put together while the program runs: ${shortText(node)}`);
}

function unaryValue(node: SyntaxNode, evaluation: Evaluation): StaticValue {
  const operand = child(node, 'operand', evaluation);
  const inner = unnamed(operand);
  const value = inner.kind === 'literal' ? inner.value : undefined;
  switch (node.childForFieldName('operator')?.text) {
    case '&':
    case '*':
      return operand;
    case '-':
      return typeof value === 'number' ? literal(-value) : otherValue;
    case '!':
      return typeof value === 'boolean' ? literal(!value) : otherValue;
    default:
      return otherValue;
  }
}

function numberValue(text: string): StaticValue {
  const value = Number(text.replaceAll('_', ''));
  return Number.isFinite(value) ? literal(value) : otherValue;
}

const namesOfGo: ReadonlySet<string> = new Set(['nil', 'iota', '_']);

/** A name that this file does not declare is another file's of the package, or of a package that is imported with a dot. */
function identifierValue(node: SyntaxNode, evaluation: Evaluation): StaticValue {
  const binding = evaluation.scopes.find(node.text, node);
  if (binding) return evaluation.bound(binding);
  if (namesOfGo.has(node.text)) return otherValue;
  const orModules = evaluation.scopes
    .imports()
    .filter(({ isDot }) => isDot)
    .map(({ module }) => module);
  return {
    kind: 'import',
    module: ownPackage,
    name: node.text,
    space: 'value',
    ...(orModules.length > 0 && { orModules }),
  };
}

function selectorValue(node: SyntaxNode, evaluation: Evaluation): StaticValue {
  const operand = node.childForFieldName('operand');
  const name = node.childForFieldName('field')?.text;
  if (!operand || name === undefined) return otherValue;
  return selected(evaluation.value(operand), name, evaluation);
}

function indexValue(node: SyntaxNode, evaluation: Evaluation): StaticValue {
  const index = unnamed(child(node, 'index', evaluation));
  const isKnown =
    index.kind === 'literal' &&
    (typeof index.value === 'string' || typeof index.value === 'number');
  return isKnown
    ? memberOf(child(node, 'operand', evaluation), String(index.value))
    : unknownValue(`it is looked up while the program runs: ${shortText(node)}`);
}

/** `value.(Type)`: what the type says, or the value. */
function assertedValue(node: SyntaxNode, evaluation: Evaluation): StaticValue {
  const type = node.childForFieldName('type');
  return (type && evaluation.type(type)) ?? child(node, 'operand', evaluation);
}

/** An expression list, as of a `const`: its members by place. */
function listValue(node: SyntaxNode, evaluation: Evaluation): StaticValue {
  const members = codeChildren(node).map((element, index): [string, StaticMember] => [
    String(index),
    { span: evaluation.spanOf(element), value: evaluation.value(element) },
  ]);
  return { kind: 'object', members: Object.fromEntries(members), form: 'array' };
}

/** What an expression is. */
export function expressionValue(node: SyntaxNode, evaluation: Evaluation): StaticValue {
  switch (node.type) {
    case 'identifier':
      return identifierValue(node, evaluation);
    case 'interpreted_string_literal':
    case 'raw_string_literal':
      return stringValue(node, evaluation);
    case 'int_literal':
    case 'float_literal':
      return numberValue(node.text);
    case 'true':
      return literal(true);
    case 'false':
      return literal(false);
    case 'nil':
      return literal(null);
    case 'unary_expression':
      return unaryValue(node, evaluation);
    case 'binary_expression':
      return binaryValue(node, evaluation);
    case 'selector_expression':
      return selectorValue(node, evaluation);
    case 'index_expression':
      return indexValue(node, evaluation);
    case 'call_expression':
      return calledValue(node, evaluation);
    case 'type_conversion_expression':
      return child(node, 'operand', evaluation);
    case 'type_assertion_expression':
      return assertedValue(node, evaluation);
    case 'composite_literal':
      return literalValue(node, evaluation);
    case 'func_literal':
      return evaluation.function(node);
    case 'expression_list':
      return listValue(node, evaluation);
    case 'parenthesized_expression':
    case 'literal_element': {
      const inner = codeChildren(node)[0];
      return inner ? evaluation.value(inner) : otherValue;
    }
    default:
      return otherValue;
  }
}
