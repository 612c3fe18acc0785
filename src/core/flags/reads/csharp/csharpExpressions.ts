import { codeChildren } from '../../../syntax/syntaxNodes';
import type { SyntaxNode } from '../../../syntax/syntaxTree';
import type { Expression } from '../typed/expression';
import { functionOf } from './csharpDeclarations';
import { argumentsIn, childOfType } from './csharpNodes';
import { csharpText, interpolatedText } from './csharpText';

const other: Expression = { kind: 'other' };

function same(node: SyntaxNode | null | undefined): Expression {
  return node ? { kind: 'same', node } : other;
}

function nameOfMember(node: SyntaxNode | null): string | null {
  if (!node) return null;
  return node.type === 'generic_name' ? (codeChildren(node)[0]?.text ?? null) : node.text;
}

/** What stands before `?.`: the grammar takes in too much (`a && b?.c` is read as `(a && b)?.c`). */
function conditionOf(node: SyntaxNode): SyntaxNode {
  let inner = node;
  for (let steps = 0; steps < 50; steps++) {
    const part =
      inner.type === 'binary_expression' || inner.type === 'assignment_expression'
        ? inner.childForFieldName('right')
        : inner.type === 'prefix_unary_expression' || inner.type === 'await_expression'
          ? codeChildren(inner)[0]
          : null;
    if (!part) return inner;
    inner = part;
  }
  return inner;
}

/** `this` and `base` are no nodes with a name in the grammar. */
function memberAccess(node: SyntaxNode): Expression {
  const name = nameOfMember(node.childForFieldName('name'));
  const of = node.childForFieldName('expression');
  return name !== null && of ? { kind: 'member', of, name } : other;
}

function conditionalAccess(node: SyntaxNode): Expression {
  const condition = node.childForFieldName('condition');
  const binding = codeChildren(node).at(-1);
  const name = nameOfMember(binding?.childForFieldName('name') ?? null);
  if (!condition || binding?.type !== 'member_binding_expression' || name === null) {
    return other;
  }
  return { kind: 'member', of: conditionOf(condition), name };
}

function typeArgumentsOf(node: SyntaxNode | null): readonly SyntaxNode[] {
  const list = node?.type === 'generic_name' ? childOfType(node, 'type_argument_list') : null;
  return list ? codeChildren(list) : [];
}

function invocation(node: SyntaxNode): Expression {
  const callee = node.childForFieldName('function');
  if (!callee) return other;
  const given = argumentsIn(node.childForFieldName('arguments'));
  if (callee.type === 'identifier' && callee.text === 'nameof' && given[0]) {
    return { kind: 'nameOf', name: given[0].node.text.split('.').at(-1) ?? '' };
  }
  const binding =
    callee.type === 'conditional_access_expression' ? codeChildren(callee).at(-1) : callee;
  const nameNode =
    callee.type === 'generic_name' ? callee : (binding?.childForFieldName('name') ?? null);
  const call = {
    kind: 'call',
    typeArguments: typeArgumentsOf(nameNode),
    arguments: given,
  } as const;
  const step = csharpExpression(callee);
  if (step.kind === 'member') {
    return { ...call, receiver: step.of, name: step.name, callee: null };
  }
  const name = callee.type === 'generic_name' ? nameOfMember(callee) : null;
  if (step.kind === 'name') return { ...call, receiver: null, name: step.name, callee: null };
  return { ...call, receiver: null, name, callee };
}

function creation(node: SyntaxNode): Expression {
  const initializer = node.childForFieldName('initializer');
  const members = (initializer ? codeChildren(initializer) : []).flatMap((entry) => {
    const nameNode = entry.childForFieldName('left');
    const value = entry.childForFieldName('right');
    return nameNode?.type === 'identifier' && value ? [{ nameNode, value }] : [];
  });
  const list = node.childForFieldName('arguments') ?? childOfType(node, 'argument_list');
  const isCollection = initializer !== null && members.length === 0;
  if (isCollection && codeChildren(initializer).length > 0) return listOf(initializer);
  return {
    kind: 'construct',
    type: node.childForFieldName('type'),
    arguments: argumentsIn(list),
    members,
    body: null,
  };
}

function binary(node: SyntaxNode): Expression {
  const left = node.childForFieldName('left');
  const right = node.childForFieldName('right');
  const operator = node.childForFieldName('operator')?.text;
  if (!left || !right) return other;
  if (operator === '??') return { kind: 'either', values: [left, right] };
  return operator === '+' ? { kind: 'concat', parts: [left, right] } : other;
}

function unary(node: SyntaxNode): Expression {
  const [operand] = codeChildren(node);
  if (!operand) return other;
  if (node.text.startsWith('!')) return { kind: 'not', node: operand };
  return node.text.startsWith('-') ? { kind: 'negative', node: operand } : other;
}

function listOf(node: SyntaxNode): Expression {
  const elements = codeChildren(node)
    .filter(({ type }) => type !== 'array_rank_specifier')
    .map((child) => (child.type === 'argument' ? (codeChildren(child).at(-1) ?? child) : child));
  const isKnown = elements.every(
    ({ type }) => type !== 'range_expression' && type !== 'assignment_expression',
  );
  return isKnown ? { kind: 'list', elements } : other;
}

function numberOf(text: string): Expression {
  const value = Number(text.replaceAll('_', '').replace(/[a-z]+$/i, ''));
  return /^[\d._]+[a-z]*$/i.test(text) && Number.isFinite(value)
    ? { kind: 'literal', value }
    : other;
}

function arms(node: SyntaxNode): Expression {
  const values = codeChildren(node)
    .filter(({ type }) => type === 'switch_expression_arm')
    .flatMap((arm) => codeChildren(arm).at(-1) ?? [])
    .filter(({ type }) => type !== 'throw_expression');
  return values.length > 0 ? { kind: 'either', values } : other;
}

/** One step into an expression of C#. */
export function csharpExpression(node: SyntaxNode): Expression {
  switch (node.type) {
    case 'identifier':
      return { kind: 'name', name: node.text };
    case 'generic_name':
      return { kind: 'name', name: nameOfMember(node) ?? '' };
    case 'this':
    case 'this_expression':
      return { kind: 'this', label: null };
    case 'base':
    case 'base_expression':
      return { kind: 'super' };
    case 'string_literal':
    case 'verbatim_string_literal':
    case 'raw_string_literal':
      return csharpText(node);
    case 'interpolated_string_expression':
      return interpolatedText(node);
    case 'boolean_literal':
      return { kind: 'literal', value: node.text === 'true' };
    case 'null_literal':
    case 'default_expression':
      return { kind: 'literal', value: null };
    case 'integer_literal':
    case 'real_literal':
      return numberOf(node.text);
    case 'member_access_expression':
      return memberAccess(node);
    case 'conditional_access_expression':
      return conditionalAccess(node);
    case 'alias_qualified_name': {
      const name = node.childForFieldName('name')?.text;
      return name === undefined ? other : { kind: 'name', name };
    }
    case 'invocation_expression':
      return invocation(node);
    case 'object_creation_expression':
    case 'implicit_object_creation_expression':
      return creation(node);
    case 'binary_expression':
      return binary(node);
    case 'prefix_unary_expression':
      return unary(node);
    case 'conditional_expression': {
      const values = ['consequence', 'alternative'].map((field) => node.childForFieldName(field));
      return { kind: 'either', values: values.filter((value) => value !== null) };
    }
    case 'switch_expression':
      return arms(node);
    case 'assignment_expression':
      return same(node.childForFieldName('right'));
    case 'cast_expression':
    case 'as_expression': {
      const value = node.childForFieldName('value') ?? node.childForFieldName('left');
      const type = node.childForFieldName('type') ?? node.childForFieldName('right');
      return value && type ? { kind: 'cast', node: value, type } : other;
    }
    case 'postfix_unary_expression':
    case 'parenthesized_expression':
    case 'await_expression':
    case 'checked_expression':
    case 'arrow_expression_clause':
    case 'ref_expression':
      return same(codeChildren(node)[0]);
    case 'lambda_expression':
    case 'anonymous_method_expression': {
      const declaration = functionOf(node);
      return declaration ? { kind: 'function', declaration } : other;
    }
    case 'typeof_expression': {
      const type = node.childForFieldName('type');
      return type ? { kind: 'typeOf', type } : other;
    }
    case 'initializer_expression':
    case 'element_binding_expression':
    case 'collection_expression':
      return listOf(node);
    case 'array_creation_expression':
    case 'implicit_array_creation_expression':
      return same(childOfType(node, 'initializer_expression'));
    default:
      return other;
  }
}
