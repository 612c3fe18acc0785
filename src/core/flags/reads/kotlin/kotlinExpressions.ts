import { codeChildren } from '../../../syntax/syntaxNodes';
import type { SyntaxNode } from '../../../syntax/syntaxTree';
import { jvmNumber } from '../jvm/jvmNumber';
import { jvmText } from '../jvm/jvmText';
import type { Expression, GivenArgument } from '../typed/expression';
import { functionOf, typeOf } from './kotlinDeclarations';
import { argumentsIn, childOfType } from './kotlinNodes';
import { kotlinDeclared } from './kotlinScopes';

const other: Expression = { kind: 'other' };

function same(node: SyntaxNode | null | undefined): Expression {
  return node ? { kind: 'same', node } : other;
}

function stringOf(node: SyntaxNode): Expression {
  const { text } = node;
  const isRaw = text.startsWith('"""');
  const quotes = isRaw ? 3 : 1;
  const parts = codeChildren(node);
  const plain = (written: string) => (isRaw ? written : jvmText(written));
  if (parts.every(({ type }) => type === 'string_content' || type === 'character_escape_seq')) {
    return {
      kind: 'text',
      text: plain(text.slice(quotes, Math.max(text.length - quotes, quotes))),
      start: node.startIndex + quotes,
      end: Math.max(node.endIndex - quotes, node.startIndex + quotes),
    };
  }
  return {
    kind: 'concat',
    parts: parts.flatMap((part): readonly (SyntaxNode | string)[] => {
      if (part.type === 'interpolated_identifier') return [part];
      if (part.type !== 'interpolated_expression') return [plain(part.text)];
      const [inner] = codeChildren(part);
      return [inner ?? part];
    }),
  };
}

function navigation(node: SyntaxNode): Expression {
  const [of, suffix] = codeChildren(node);
  const name = suffix ? childOfType(suffix, 'simple_identifier')?.text : undefined;
  if (!of || name === undefined) return other;
  const isClass =
    of.type === 'callable_reference' && (name === 'java' || name === 'javaObjectType');
  return isClass ? same(of) : { kind: 'member', of, name };
}

function lambdaIn(suffix: SyntaxNode): readonly GivenArgument[] {
  const annotated = childOfType(suffix, 'annotated_lambda');
  return annotated ? [{ node: annotated, name: null, isSpread: false }] : [];
}

/** `f(a) { ... }` is a call of a call in the grammar; here it is one. */
function isLambdaOnly(suffix: SyntaxNode | undefined): boolean {
  return suffix !== undefined && !childOfType(suffix, 'value_arguments');
}

function isInnerPart(node: SyntaxNode): boolean {
  const { parent } = node;
  if (parent?.type !== 'call_expression') return false;
  const [callee, suffix] = codeChildren(parent);
  return callee?.id === node.id && isLambdaOnly(suffix);
}

function callOf(node: SyntaxNode): Expression & { readonly kind: 'call' } {
  const [callee, suffix] = codeChildren(node);
  const list = suffix ? childOfType(suffix, 'value_arguments') : null;
  const types = suffix ? childOfType(suffix, 'type_arguments') : null;
  const given = [...argumentsIn(list), ...(suffix ? lambdaIn(suffix) : [])];
  if (callee?.type === 'call_expression' && isLambdaOnly(suffix)) {
    const inner = callOf(callee);
    return { ...inner, arguments: [...inner.arguments, ...given] };
  }
  const call = {
    kind: 'call',
    typeArguments: types ? codeChildren(types) : [],
    arguments: given,
  } as const;
  const step = callee ? kotlinExpression(callee) : other;
  if (step.kind === 'name') return { ...call, receiver: null, name: step.name, callee: null };
  if (step.kind === 'member') return { ...call, receiver: step.of, name: step.name, callee: null };
  return { ...call, receiver: null, name: null, callee: callee ?? null };
}

/** The values that a block may have: that of its last statement. */
function valuesOf(nodes: readonly SyntaxNode[]): Expression {
  const values = nodes
    .map((body) => codeChildren(body).at(-1))
    .filter((value) => value !== undefined)
    .filter((value) => value.type !== 'jump_expression');
  return values.length > 0 ? { kind: 'either', values } : other;
}

function branches(node: SyntaxNode): Expression {
  return valuesOf(codeChildren(node).filter(({ type }) => type === 'control_structure_body'));
}

function whenBranches(node: SyntaxNode): Expression {
  const entries = codeChildren(node).filter(({ type }) => type === 'when_entry');
  return valuesOf(entries.flatMap((entry) => childOfType(entry, 'control_structure_body') ?? []));
}

function operatorOf(node: SyntaxNode): string {
  return node.children.find((child) => child && !child.isNamed)?.type ?? '';
}

function prefix(node: SyntaxNode): Expression {
  const operand = codeChildren(node).at(-1);
  if (!operand) return other;
  const operator = operatorOf(node);
  if (operator === '!') return { kind: 'not', node: operand };
  return operator === '-' ? { kind: 'negative', node: operand } : other;
}

/** One step into an expression of Kotlin. */
export function kotlinExpression(node: SyntaxNode): Expression {
  switch (node.type) {
    case 'simple_identifier':
    case 'interpolated_identifier':
      return { kind: 'name', name: node.text };
    case 'string_literal':
      return stringOf(node);
    case 'boolean_literal':
      return { kind: 'literal', value: node.text === 'true' };
    case 'value_argument':
    case 'null':
      return node.text === 'null' ? { kind: 'literal', value: null } : other;
    case 'integer_literal':
    case 'long_literal':
    case 'real_literal':
      return jvmNumber(node.text);
    case 'this_expression':
      return { kind: 'this', label: childOfType(node, 'type_identifier')?.text ?? null };
    case 'super_expression':
      return { kind: 'super' };
    case 'navigation_expression':
      return navigation(node);
    case 'call_expression':
      return isInnerPart(node) ? other : callOf(node);
    case 'object_literal':
      return { kind: 'construct', type: null, arguments: [], members: [], body: typeOf(node) };
    case 'as_expression': {
      const [value, type] = codeChildren(node);
      return value && type ? { kind: 'cast', node: value, type } : other;
    }
    case 'elvis_expression':
      return {
        kind: 'either',
        values: codeChildren(node).filter(({ type }) => type !== 'jump_expression'),
      };
    case 'additive_expression':
      return operatorOf(node) === '+' ? { kind: 'concat', parts: codeChildren(node) } : other;
    case 'prefix_expression':
      return prefix(node);
    case 'if_expression':
      return branches(node);
    case 'when_expression':
      return whenBranches(node);
    case 'postfix_expression':
    case 'parenthesized_expression':
    case 'annotated_lambda':
    case 'spread_expression':
    case 'property_delegate':
      return same(codeChildren(node).at(-1));
    case 'control_structure_body':
    case 'statements':
      return same(codeChildren(node).at(-1));
    case 'try_expression':
      return same(childOfType(node, 'statements'));
    case 'callable_reference': {
      const type = codeChildren(node)[0];
      return type && node.text.endsWith('::class') ? { kind: 'typeOf', type } : other;
    }
    case 'collection_literal':
      return { kind: 'list', elements: codeChildren(node) };
    case 'anonymous_function':
      return { kind: 'function', declaration: { ...functionOf(node), name: null, nameNode: null } };
    case 'lambda_literal': {
      const declaration = kotlinDeclared(node);
      return declaration?.kind === 'function' ? { kind: 'function', declaration } : other;
    }
    default:
      return other;
  }
}
