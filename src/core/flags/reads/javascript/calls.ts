import type { StaticArgument, StaticValue } from '../../../model/staticValue';
import { codeChildren } from '../../../syntax/syntaxNodes';
import type { SyntaxNode } from '../../../syntax/syntaxTree';
import { callOf, memberOf, otherValue } from '../staticValues';
import type { Evaluation } from './evaluation';
import { functionTypes } from './functions';
import { literalText } from './stringText';

/** The arguments of a call, comments left out. */
export function argumentsOf(call: SyntaxNode): readonly SyntaxNode[] {
  const list = call.childForFieldName('arguments');
  return list?.type === 'arguments' ? codeChildren(list) : [];
}

const mostArguments = 8;

/** What a call hands on: callbacks say nothing about keys. */
export function staticArguments(
  call: SyntaxNode,
  evaluation: Evaluation,
): readonly StaticArgument[] {
  const given = argumentsOf(call).slice(0, mostArguments);
  const spread = given.findIndex(({ type }) => type === 'spread_element');
  return given.slice(0, spread < 0 ? given.length : spread).map((node) => ({
    value: functionTypes.has(node.type) ? otherValue : evaluation.value(node),
  }));
}

function requiredModule(call: SyntaxNode, callee: SyntaxNode, evaluation: Evaluation) {
  const isImport = callee.type === 'import';
  const isRequire =
    callee.type === 'identifier' &&
    callee.text === 'require' &&
    !evaluation.scopes.value('require', callee);
  if (!isImport && !isRequire) return null;
  const source = argumentsOf(call)[0];
  const module = source ? literalText(source) : null;
  if (module === null) return otherValue;
  const name = isImport ? '*' : '=';
  return { kind: 'import', module, name, space: 'value' } as const satisfies StaticValue;
}

type ReactMeaning = 'called' | 'same' | 'ref' | 'state' | 'context' | 'held';

/** What the functions of React give for what they are given: by name of the function. */
const reactFunctions: ReadonlyMap<string, ReactMeaning> = new Map([
  ['useMemo', 'called'],
  ['useCallback', 'same'],
  ['memo', 'same'],
  ['cache', 'same'],
  ['forwardRef', 'same'],
  ['useRef', 'ref'],
  ['useState', 'state'],
  ['createContext', 'context'],
  ['useContext', 'held'],
  ['use', 'held'],
]);

/** The member of a context of React that stands for what its provider gives, of which its type tells. */
const heldByContext = '_currentValue';

function reactValue(
  call: SyntaxNode,
  callee: StaticValue,
  evaluation: Evaluation,
): StaticValue | null {
  const isReact =
    (callee.kind === 'import' && callee.module === 'react') ||
    (callee.kind === 'member' && callee.of.kind === 'import' && callee.of.module === 'react');
  const meaning = isReact ? reactFunctions.get(callee.name) : undefined;
  if (meaning === undefined) return null;
  const given = argumentsOf(call)[0];
  const value = given ? evaluation.value(given) : otherValue;
  const span = evaluation.spanOf(call);
  switch (meaning) {
    case 'called':
      return callOf(value);
    case 'same':
      return value;
    case 'ref':
      return {
        kind: 'object',
        members: { current: { span, value: typeArgument(call, evaluation) ?? value } },
        form: 'open',
      };
    case 'context': {
      const held = typeArgument(call, evaluation) ?? value;
      return { kind: 'object', members: { [heldByContext]: { span, value: held } }, form: 'open' };
    }
    case 'held':
      return memberOf(value, heldByContext);
    case 'state': {
      const initial = value.kind === 'function' ? callOf(value) : value;
      const state = typeArgument(call, evaluation) ?? initial;
      return { kind: 'object', members: { 0: { span, value: state } }, form: 'array' };
    }
  }
}

function typeArgument(call: SyntaxNode, evaluation: Evaluation): StaticValue | null {
  const list = call.childForFieldName('type_arguments');
  const type = list ? codeChildren(list)[0] : undefined;
  return type ? evaluation.type(type) : null;
}

/** Methods that hand on what they are called on: promises count as what they hold. */
const handOn: ReadonlySet<string> = new Set(['catch', 'finally', 'bind']);

function methodValue(
  call: SyntaxNode,
  callee: SyntaxNode,
  evaluation: Evaluation,
): StaticValue | null {
  const object = callee.childForFieldName('object');
  const property = callee.childForFieldName('property')?.text ?? '';
  const first = argumentsOf(call)[0];
  if (!object) return null;
  if (handOn.has(property)) return evaluation.value(object);
  if (property === 'then' && first) return callOf(evaluation.value(first));
  const freezes = object.text === 'Object' && (property === 'freeze' || property === 'seal');
  return freezes && first ? evaluation.value(first) : null;
}

/** What a call gives. */
export function calledValue(call: SyntaxNode, evaluation: Evaluation): StaticValue {
  const callee = call.childForFieldName('function');
  if (!callee) return otherValue;
  const module = requiredModule(call, callee, evaluation);
  if (module) return module;
  if (callee.type === 'member_expression') {
    const handed = methodValue(call, callee, evaluation);
    if (handed) return handed;
  }
  const value = evaluation.value(callee);
  return reactValue(call, value, evaluation) ?? callOf(value, staticArguments(call, evaluation));
}
