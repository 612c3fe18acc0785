import { codeChildren } from '../../../syntax/syntaxNodes';
import type { SyntaxNode } from '../../../syntax/syntaxTree';
import { jvmNumber } from '../jvm/jvmNumber';
import { jvmText } from '../jvm/jvmText';
import type { Expression } from '../typed/expression';
import { anonymousType, functionOf } from './javaDeclarations';
import { argumentsIn, childOfType } from './javaNodes';

const other: Expression = { kind: 'other' };

function same(node: SyntaxNode | null | undefined): Expression {
  return node ? { kind: 'same', node } : other;
}

function stringOf(node: SyntaxNode): Expression {
  const { text } = node;
  if (text.startsWith('"""')) return other;
  return {
    kind: 'text',
    text: jvmText(text.slice(1, -1)),
    start: node.startIndex + 1,
    end: Math.max(node.endIndex - 1, node.startIndex + 1),
  };
}

function invocation(node: SyntaxNode): Expression {
  const name = node.childForFieldName('name')?.text;
  const types = node.childForFieldName('type_arguments');
  if (name === undefined) return other;
  return {
    kind: 'call',
    receiver: node.childForFieldName('object'),
    name,
    callee: null,
    typeArguments: types ? codeChildren(types) : [],
    arguments: argumentsIn(node.childForFieldName('arguments')),
  };
}

function creation(node: SyntaxNode): Expression {
  const body = childOfType(node, 'class_body');
  return {
    kind: 'construct',
    type: node.childForFieldName('type'),
    arguments: argumentsIn(node.childForFieldName('arguments')),
    members: [],
    body: body ? anonymousType(node, body) : null,
  };
}

function fieldAccess(node: SyntaxNode): Expression {
  const of = node.childForFieldName('object');
  const field = node.childForFieldName('field');
  if (!of || !field) return other;
  if (field.type === 'this') return { kind: 'this', label: of.text };
  return { kind: 'member', of, name: field.text };
}

function binary(node: SyntaxNode): Expression {
  const left = node.childForFieldName('left');
  const right = node.childForFieldName('right');
  const operator = node.childForFieldName('operator')?.text;
  return left && right && operator === '+' ? { kind: 'concat', parts: [left, right] } : other;
}

function unary(node: SyntaxNode): Expression {
  const operand = node.childForFieldName('operand');
  const operator = node.childForFieldName('operator')?.text;
  if (!operand) return other;
  if (operator === '!') return { kind: 'not', node: operand };
  return operator === '-' ? { kind: 'negative', node: operand } : other;
}

/** The values of the branches of `switch (x) { case A -> "x"; ... }`. */
function switchValues(node: SyntaxNode): Expression {
  const body = node.childForFieldName('body');
  const values = (body ? codeChildren(body) : [])
    .filter(({ type }) => type === 'switch_rule')
    .flatMap((rule) => {
      const last = codeChildren(rule).at(-1);
      const value = last?.type === 'expression_statement' ? codeChildren(last)[0] : undefined;
      return value ? [value] : [];
    });
  return values.length > 0 ? { kind: 'either', values } : other;
}

/** One step into an expression of Java. */
export function javaExpression(node: SyntaxNode): Expression {
  switch (node.type) {
    case 'identifier':
      return { kind: 'name', name: node.text };
    case 'string_literal':
      return stringOf(node);
    case 'true':
    case 'false':
      return { kind: 'literal', value: node.type === 'true' };
    case 'null_literal':
      return { kind: 'literal', value: null };
    case 'decimal_integer_literal':
    case 'decimal_floating_point_literal':
      return jvmNumber(node.text);
    case 'this':
      return { kind: 'this', label: null };
    case 'super':
      return { kind: 'super' };
    case 'field_access':
      return fieldAccess(node);
    case 'method_invocation':
      return invocation(node);
    case 'object_creation_expression':
      return creation(node);
    case 'binary_expression':
      return binary(node);
    case 'unary_expression':
      return unary(node);
    case 'ternary_expression': {
      const values = ['consequence', 'alternative'].map((field) => node.childForFieldName(field));
      return { kind: 'either', values: values.filter((value) => value !== null) };
    }
    case 'switch_expression':
      return switchValues(node);
    case 'assignment_expression':
      return same(node.childForFieldName('right'));
    case 'parenthesized_expression':
      return same(codeChildren(node)[0]);
    case 'cast_expression': {
      const value = node.childForFieldName('value');
      const type = node.childForFieldName('type');
      return value && type ? { kind: 'cast', node: value, type } : other;
    }
    case 'lambda_expression':
      return { kind: 'function', declaration: functionOf(node) };
    case 'class_literal': {
      const type = codeChildren(node)[0];
      return type ? { kind: 'typeOf', type } : other;
    }
    case 'array_initializer':
    case 'element_value_array_initializer':
      return { kind: 'list', elements: codeChildren(node) };
    case 'array_creation_expression':
      return same(node.childForFieldName('value'));
    default:
      return other;
  }
}
