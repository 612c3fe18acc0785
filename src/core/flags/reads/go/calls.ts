import type { StaticArgument, StaticValue } from '../../../model/staticValue';
import { codeChildren } from '../../../syntax/syntaxNodes';
import type { SyntaxNode } from '../../../syntax/syntaxTree';
import { shortText } from '../shared/shortText';
import { callOf, otherValue, unknownValue } from '../staticValues';
import type { Evaluation } from './evaluation';

/** The arguments of a call as written. */
export function argumentsOf(call: SyntaxNode): readonly SyntaxNode[] {
  const list = call.childForFieldName('arguments');
  return list?.type === 'argument_list' ? codeChildren(list) : [];
}

const mostArguments = 12;

function givenArguments(call: SyntaxNode, evaluation: Evaluation): readonly StaticArgument[] {
  return argumentsOf(call)
    .slice(0, mostArguments)
    .map((node) => ({ value: evaluation.value(node) }));
}

const puttingTogether = /^(fmt\.Sprint\w*|strings\.\w+)$/;

/** Types of text: a conversion to them changes nothing. */
const textTypes: ReadonlySet<string> = new Set(['string']);

/** `string(key)`, `Key("k")`: the operand; null for what is no conversion. */
function conversion(callee: SyntaxNode, call: SyntaxNode, evaluation: Evaluation) {
  const [operand, ...rest] = argumentsOf(call);
  if (callee.type !== 'identifier' || !operand || rest.length > 0) return null;
  const binding = evaluation.scopes.find(callee.text, callee);
  const isType = binding?.declaration.kind === 'type';
  const isText = !binding && textTypes.has(callee.text);
  return isType || isText ? evaluation.value(operand) : null;
}

/** What a call gives: the first of its results. */
export function calledValue(call: SyntaxNode, evaluation: Evaluation): StaticValue {
  const callee = call.childForFieldName('function');
  if (!callee) return otherValue;
  if (callee.text === 'new' || callee.text === 'make') {
    const type = argumentsOf(call)[0];
    return (type && evaluation.type(type)) ?? otherValue;
  }
  const converted = conversion(callee, call, evaluation);
  if (converted) return converted;
  if (puttingTogether.test(callee.text)) {
    return unknownValue(`it is put together while the program runs: ${shortText(call)}`);
  }
  return callOf(evaluation.value(callee), givenArguments(call, evaluation));
}
