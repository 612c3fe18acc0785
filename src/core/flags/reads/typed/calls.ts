import type { StaticArgument, StaticMember, StaticValue } from '../../../model/staticValue';
import type { SyntaxNode } from '../../../syntax/syntaxTree';
import { mayRead } from '../shared/mayRead';
import { sdkExport, shapeAt } from '../sdkShapes';
import {
  callOf,
  constructOf,
  memberOf,
  oneOf,
  otherValue,
  unknownValue,
  unnamed,
} from '../staticValues';
import type { Expression, GivenArgument } from './expression';
import { importedName, nameValue, undeclared } from './names';
import type { TypedEvaluation } from './typedEvaluation';

type Call = Expression & { readonly kind: 'call' };

const mostArguments = 8;
const largest = 40;

/** Whether a value is made of few others: the parts that are values are counted, not what describes them. */
function isSmall(value: StaticValue): boolean {
  let left = largest;
  const count = (each: StaticValue): boolean => {
    if (left-- <= 0) return false;
    switch (each.kind) {
      case 'named':
        return count(each.value);
      case 'object':
        return Object.values(each.members).every((member) => count(member.value));
      case 'function':
        return count(each.returns);
      case 'member':
        return count(each.of);
      case 'call':
      case 'construct':
        return count(each.of) && (each.arguments ?? []).every((given) => count(given.value));
      case 'concat':
        return each.parts.every(count);
      case 'one-of':
        return each.values.every(count);
      case 'class':
        return false;
      default:
        return true;
    }
  };
  return count(value);
}

/** Arguments of a call that linking follows. Large values are left out: facts must stay small. */
export function givenArguments(
  args: readonly GivenArgument[],
  evaluation: TypedEvaluation,
): readonly StaticArgument[] {
  return args.slice(0, mostArguments).map(({ name, node }) => {
    const value = evaluation.value(node);
    const kept = isSmall(value) ? value : otherValue;
    return name === null ? { value: kept } : { name, value: kept };
  });
}

/** Methods that hand on what they are called on: test doubles count as what they stand for. */
const handOn: ReadonlySet<string> = new Set([
  'ConfigureAwait',
  'GetAwaiter',
  'GetResult',
  'AsTask',
  'WaitAsync',
  'Received',
  'DidNotReceive',
  'ReceivedWithAnyArgs',
  'DidNotReceiveWithAnyArgs',
  'also',
  'apply',
  'takeIf',
]);

/** Methods that may do so, where they take nothing: futures and providers count as what they hold. */
const mayHandOn: ReadonlySet<string> = new Set([
  'toFuture',
  'join',
  'await',
  'awaitSingle',
  'block',
  'get',
  'getObject',
  'getIfAvailable',
  'orElse',
  'orElseThrow',
]);

/** Functions that give a value of the type they are told: dependency injection and test doubles. */
const giveTheirType: ReadonlySet<string> = new Set([
  'GetDependency',
  'GetRequiredService',
  'GetService',
  'GetRequiredKeyedService',
  'GetInstance',
  'Resolve',
  'For',
  'ForPartsOf',
  'Create',
  'Freeze',
  'Of',
  'mock',
  'mockk',
  'spy',
  'spyk',
  'getBean',
  'getInstance',
  'inject',
  'get',
  'instance',
  'koinInject',
  'entryPoint',
]);

/** Functions that give what they are given: checks of test doubles, matchers of arguments, and such. */
const giveFirst: ReadonlySet<string> = new Set([
  'verify',
  'requireNonNull',
  'checkNotNull',
  'requireNotNull',
  'spy',
  'given',
  'eq',
  'same',
  'refEq',
  'Is',
]);

/** Matchers of test doubles that stand for every value. */
const giveAnything: ReadonlySet<string> = new Set([
  'any',
  'anyOrNull',
  'anyString',
  'Any',
  'IsAny',
  'capture',
]);

/** Functions that give what the function they are given gives. */
const giveResult: ReadonlySet<string> = new Set([
  'lazy',
  'run',
  'runBlocking',
  'withContext',
  'Run',
  'remember',
]);

/** Functions that give a list of what they are given. */
const giveList: ReadonlySet<string> = new Set([
  'listOf',
  'mutableListOf',
  'arrayOf',
  'setOf',
  'asList',
  'of',
]);

function listValue(call: Call, evaluation: TypedEvaluation): StaticValue {
  const members = call.arguments.map(({ node }, index): [string, StaticMember] => [
    String(index),
    { span: evaluation.spanOf(node), value: evaluation.value(node) },
  ]);
  return { kind: 'object', members: Object.fromEntries(members), form: 'array' };
}

function isListMaker({ name, receiver }: Call): boolean {
  if (name === null || !giveList.has(name)) return false;
  if (name === 'of') return /(List|Set)$/.test(receiver?.text ?? '');
  return name !== 'asList' || receiver?.text === 'Arrays';
}

/** `Type.class`, `Type::class.java`, `typeof(Type)` */
function typeNamedBy(node: SyntaxNode, evaluation: TypedEvaluation): SyntaxNode | null {
  const expression = evaluation.grammar.expression(node);
  const inner =
    expression.kind === 'same' ? evaluation.grammar.expression(expression.node) : expression;
  return inner.kind === 'typeOf' ? inner.type : null;
}

function namedType(call: Call, evaluation: TypedEvaluation): StaticValue | null {
  if (call.name === null || !giveTheirType.has(call.name)) return null;
  const [type] = call.typeArguments;
  if (type) return evaluation.type(type);
  for (const { node } of call.arguments.slice(0, 2)) {
    const named = typeNamedBy(node, evaluation);
    if (named) return evaluation.type(named);
  }
  return null;
}

function isSettled(value: StaticValue): boolean {
  const { kind } = unnamed(value);
  return kind === 'sdk' || kind === 'function';
}

/** What a well-known function gives, whoever declares it; null for all others. */
function wellKnown(
  call: Call,
  callee: StaticValue,
  evaluation: TypedEvaluation,
): StaticValue | null {
  const { name, receiver } = call;
  if (name === null || isSettled(callee)) return null;
  const typed = namedType(call, evaluation);
  if (typed) return typed;
  if (receiver && handOn.has(name)) return evaluation.value(receiver);
  if (receiver && call.arguments.length === 0 && mayHandOn.has(name)) {
    return oneOf([evaluation.value(receiver), callOf(callee)]);
  }
  if (giveAnything.has(name)) return unknownValue('it stands for any value, in a test');
  if (isListMaker(call)) return listValue(call, evaluation);
  const [first] = call.arguments;
  const last = call.arguments.at(-1);
  if (first && giveFirst.has(name)) return evaluation.value(first.node);
  if (last && giveResult.has(name)) return callOf(evaluation.value(last.node));
  return null;
}

/** What is called: a function or a class. */
export function calleeValue(
  node: SyntaxNode,
  call: Call,
  evaluation: TypedEvaluation,
): StaticValue {
  const { receiver, name, callee } = call;
  if (name === null) return callee ? evaluation.value(callee) : otherValue;
  if (!receiver) return nameValue(name, node, 'callee', evaluation);
  const member = memberValue(receiver, name, evaluation, 'receiver');
  if (isSettled(member)) return member;
  const extension = extensionValue(name, node, evaluation);
  if (!extension) return member;
  return mayRead(member) ? { kind: 'one-of', values: [extension, member] } : extension;
}

/** A function that is called as if it were a method of what it extends: from an SDK, from this file, or a known reader. */
function extensionValue(
  name: string,
  node: SyntaxNode,
  evaluation: TypedEvaluation,
): StaticValue | null {
  const { header, grammar, readers } = evaluation;
  const here = evaluation.find(name, node);
  const own = here?.declarations.find((each) => each.kind === 'function' && each.receiver);
  if (own) return evaluation.bound(own, here?.owner ?? null);
  const known = grammar.constructsByCall ? header.imports.get(name) : undefined;
  if (known) return importedName(known);
  for (const module of header.modulesAt(node)) {
    const found = sdkExport(module, name, 'value');
    if (found?.kind === 'sdk' && shapeAt(found.shape).read) return found;
  }
  return readers.has(name) ? undeclared(name, node, 'value', evaluation) : null;
}

/** `of.name`; `receiver`: it is called, so a name before the dot may be a property as well as a type. */
export function memberValue(
  of: SyntaxNode,
  name: string,
  evaluation: TypedEvaluation,
  role: 'receiver' | 'owner' = 'owner',
): StaticValue {
  const expression = evaluation.grammar.expression(of);
  if (expression.kind === 'this' || expression.kind === 'super') {
    const label = expression.kind === 'this' ? expression.label : null;
    const types = evaluation.typesAround(of);
    const type = label === null ? types[0] : types.find((each) => each.name === label);
    return (type && evaluation.memberOfThis(type, name)) ?? otherValue;
  }
  if (expression.kind === 'name') {
    return memberOf(nameValue(expression.name, of, role, evaluation), name);
  }
  return memberOf(evaluation.value(of), name);
}

/** What a call gives. */
export function calledValue(
  node: SyntaxNode,
  call: Call,
  evaluation: TypedEvaluation,
): StaticValue {
  const callee = calleeValue(node, call, evaluation);
  const known = wellKnown(call, callee, evaluation);
  if (known) return known;
  const given = evaluation.given(call.arguments);
  const isClass = evaluation.grammar.constructsByCall && /^\p{Lu}/u.test(call.name ?? '');
  const makes = isClass && unnamed(callee).kind !== 'function';
  return makes ? constructOf(callee, given) : callOf(callee, given);
}
