import { plainText } from '../../../syntax/plainText';
import type { StaticArgument, StaticValue } from '../../../model/staticValue';
import { codeChildren } from '../../../syntax/syntaxNodes';
import type { SyntaxNode } from '../../../syntax/syntaxTree';
import { callOf, otherValue, unknownValue, unnamed } from '../staticValues';
import type { Evaluation } from './evaluation';
import { attributeOf, ownClass } from './members';

/** The arguments of a call as written: expressions, `name=value`, `*list`, `**dictionary`. */
export function argumentsOf(call: SyntaxNode): readonly SyntaxNode[] {
  const list = call.childForFieldName('arguments');
  return list?.type === 'argument_list' ? codeChildren(list) : [];
}

const mostArguments = 12;

/** The arguments of a call as values, up to the first whose place is not known. */
export function givenArguments(
  call: SyntaxNode,
  evaluation: Evaluation,
): readonly StaticArgument[] {
  const given: StaticArgument[] = [];
  for (const node of argumentsOf(call).slice(0, mostArguments)) {
    if (node.type === 'list_splat') break;
    if (node.type === 'dictionary_splat') continue;
    const name =
      node.type === 'keyword_argument' ? node.childForFieldName('name')?.text : undefined;
    const valueNode = node.type === 'keyword_argument' ? node.childForFieldName('value') : node;
    const value = valueNode ? evaluation.value(valueNode) : otherValue;
    given.push(name === undefined ? { value } : { name, value });
  }
  return given;
}

/** Functions of Python itself that hand on what they are given. */
function handedOn(name: string, call: SyntaxNode, evaluation: Evaluation): StaticValue | null {
  const [first, second] = argumentsOf(call);
  if (!first) return null;
  switch (name) {
    case 'str':
    case 'list':
    case 'tuple':
    case 'set':
    case 'frozenset':
    case 'dict':
      return first.type === 'keyword_argument' ? null : evaluation.value(first);
    case 'cast':
    case 'typing.cast': {
      const value = second ? evaluation.value(second) : otherValue;
      const isSettled = value.kind !== 'other' && value.kind !== 'unknown';
      return isSettled ? value : (evaluation.type(first) ?? value);
    }
    case 'getattr': {
      const attribute = second ? unnamed(evaluation.value(second)) : otherValue;
      return attribute.kind === 'literal' && typeof attribute.value === 'string'
        ? attributeOf(evaluation.value(first), attribute.value, evaluation)
        : unknownValue('it is looked up while the program runs');
    }
    default:
      return null;
  }
}

/** `FLAGS.get("search")` of a constant dictionary. */
function dictionaryGet(callee: SyntaxNode, call: SyntaxNode, evaluation: Evaluation) {
  const object = callee.childForFieldName('object');
  const [first] = argumentsOf(call);
  if (callee.childForFieldName('attribute')?.text !== 'get' || !object || !first) return null;
  const dictionary = evaluation.value(object);
  const key = unnamed(evaluation.value(first));
  const isConstant = unnamed(dictionary).kind === 'object' && key.kind === 'literal';
  return isConstant ? attributeOf(dictionary, plainText(key.value), evaluation) : null;
}

/** What a call gives. */
export function calledValue(call: SyntaxNode, evaluation: Evaluation): StaticValue {
  const callee = call.childForFieldName('function');
  if (!callee) return otherValue;
  const isBuiltIn = callee.type === 'identifier' && !evaluation.scopes.find(callee.text, callee);
  const handed =
    isBuiltIn || callee.text === 'cast' ? handedOn(callee.text, call, evaluation) : null;
  if (handed) return handed;
  const got = callee.type === 'attribute' ? dictionaryGet(callee, call, evaluation) : null;
  if (got) return got;
  const value = evaluation.value(callee);
  const ofClass = ownClass(value, evaluation);
  const given = () => givenArguments(call, evaluation);
  if (ofClass) return { kind: 'construct', of: unnamed(value), arguments: given() };
  const result = callOf(value);
  const isOpen = result.kind === 'call' || result.kind === 'construct';
  return isOpen && result.arguments === undefined ? { ...result, arguments: given() } : result;
}
