import type { Span } from '../../../model/position';
import type { CandidateArgument, ReadCandidate } from '../../../model/sourceFacts';
import type { StaticValue } from '../../../model/staticValue';
import type { SyntaxNode } from '../../../syntax/syntaxTree';
import { likelyCall } from '../shared/likelyCall';
import { mayRead } from '../shared/mayRead';
import { shortText } from '../shared/shortText';
import { otherValue, unnamed } from '../staticValues';
import { tellingNames } from '../telling';
import { argumentsOf } from './calls';
import type { Evaluation } from './evaluation';
import { functionName } from './functions';
import { classElements } from './classElements';
import { returnedBy } from './returnedBy';

/** What a file's candidates are looked for with. */
export interface Search {
  readonly evaluation: Evaluation;
  /** Names of the project's functions and getters that read flags. */
  readonly readers: ReadonlySet<string>;
}

const mostArguments = 8;

/** An argument as given, by place or by name. */
export function candidateArgument(node: SyntaxNode, evaluation: Evaluation): CandidateArgument {
  const isNamed = node.type === 'keyword_argument';
  const valueNode = (isNamed ? node.childForFieldName('value') : node) ?? node;
  const name = isNamed ? node.childForFieldName('name')?.text : undefined;
  return {
    span: evaluation.spanOf(valueNode),
    ...(name !== undefined && { name }),
    text: shortText(valueNode),
    value: evaluation.value(valueNode),
  };
}

function isSpread({ type }: SyntaxNode): boolean {
  return type === 'list_splat' || type === 'dictionary_splat';
}

/** Functions around a node that have a name, the innermost first. */
export function functionsAround(node: SyntaxNode, evaluation: Evaluation): readonly Span[] {
  const names: Span[] = [];
  let around = evaluation.scopes.functionAround(node);
  while (around) {
    const name = functionName(around, evaluation);
    if (name) names.push(name);
    around = evaluation.scopes.functionAround(around);
  }
  return names;
}

/** Where a read stands: the functions around it, and the one that gives what it reads. */
export function placeOf(
  node: SyntaxNode,
  evaluation: Evaluation,
): Pick<ReadCandidate, 'within' | 'returnedBy'> {
  const within = functionsAround(node, evaluation);
  const returning = returnedBy(node, evaluation);
  return { ...(within.length > 0 && { within }), ...(returning && { returnedBy: returning }) };
}

/** What is called, and with what: `partial(f, a)` bound to a name is `f` with a first argument. */
interface Called {
  readonly callee: SyntaxNode;
  readonly given: readonly SyntaxNode[];
}

const partial = /(^|\.)partial$/;

function calledOf(call: SyntaxNode, evaluation: Evaluation): Called | null {
  const callee = call.childForFieldName('function');
  if (!callee) return null;
  const given = argumentsOf(call);
  const [first, ...rest] = given;
  if (partial.test(callee.text) && first) return { callee: first, given: rest };
  const declared =
    callee.type === 'identifier' ? evaluation.scopes.find(callee.text, callee) : null;
  const [declaration] = declared?.declarations ?? [];
  const bound = declaration?.kind === 'variable' ? declaration.value : null;
  const inner = bound?.type === 'call' ? bound.childForFieldName('function') : null;
  if (!bound || !inner || !partial.test(inner.text)) return { callee, given };
  const [whole, ...before] = argumentsOf(bound);
  return whole ? { callee: whole, given: [...before, ...given] } : { callee, given };
}

function calledName(callee: SyntaxNode): string | null {
  if (callee.type === 'identifier') return callee.text;
  if (callee.type === 'attribute') return callee.childForFieldName('attribute')?.text ?? null;
  return null;
}

/** Whether the name under which something is called leaves room for a read: every other call is passed over. */
function isWorthAsking(callee: SyntaxNode, name: string, search: Search): boolean {
  const mayBeReader = (called: string) =>
    tellingNames.reads.has(called) || search.readers.has(called);
  if (mayBeReader(name)) return true;
  if (callee.type !== 'identifier') return false;
  const binding = search.evaluation.scopes.find(name, callee);
  const [declaration] = binding?.declarations ?? [];
  switch (declaration?.kind) {
    case 'import':
      return mayBeReader(declaration.name) || isSdk(callee, search.evaluation);
    case 'variable':
    case 'parameter':
      return true;
    default:
      return false;
  }
}

function isSdk(node: SyntaxNode, evaluation: Evaluation): boolean {
  return unnamed(evaluation.value(node)).kind === 'sdk';
}

function isText({ value }: CandidateArgument): boolean {
  const inner = unnamed(value);
  return inner.kind === 'literal' && typeof inner.value === 'string';
}

function receiverValue(callee: SyntaxNode, value: StaticValue, evaluation: Evaluation) {
  const object = callee.type === 'attribute' ? callee.childForFieldName('object') : null;
  return object ? evaluation.value(object) : value;
}

function callCandidate(call: SyntaxNode, search: Search): ReadCandidate | null {
  const { evaluation } = search;
  const called = calledOf(call, evaluation);
  const name = called ? calledName(called.callee) : null;
  if (!called || name === null || !isWorthAsking(called.callee, name, search)) return null;
  const value = evaluation.value(called.callee);
  const given = called.given.slice(0, mostArguments);
  const known = given
    .filter((node) => !isSpread(node))
    .map((node) => candidateArgument(node, evaluation));
  const object = called.callee.childForFieldName('object') ?? called.callee;
  const likely = likelyCall({
    name,
    receiver: receiverValue(called.callee, value, evaluation),
    written: shortText(object),
    arguments: known,
    modules: evaluation.importedModules(),
  });
  const isSettled = unnamed(value).kind !== 'unknown';
  const isLikely = likely !== null || search.readers.has(name);
  if (!mayRead(value) && (isSettled || !isLikely)) return null;
  return {
    kind: 'call',
    span: evaluation.spanOf(call),
    callee: value,
    ...placeOf(call, evaluation),
    likely,
    arguments: known,
    // `read("key", *rest)` says where the key is.
    spread: given.some(isSpread) && !known.some(isText),
  };
}

/** A use of a getter that reads a flag: `self.is_new`. */
function getterCandidate(node: SyntaxNode, search: Search): ReadCandidate | null {
  const { evaluation, readers } = search;
  const nameNode = node.childForFieldName('attribute');
  const object = node.childForFieldName('object');
  if (!nameNode || !object || !readers.has(nameNode.text)) return null;
  const around = node.parent;
  const isCalled = around?.type === 'call' && around.childForFieldName('function')?.id === node.id;
  const isTarget =
    around?.type === 'assignment' && around.childForFieldName('left')?.id === node.id;
  if (isCalled || isTarget) return null;
  const span = evaluation.spanOf(nameNode);
  const key: StaticValue = { kind: 'literal', value: nameNode.text, span };
  const callee = evaluation.value(object);
  return {
    kind: 'property',
    span: evaluation.spanOf(node),
    callee: callee.kind === 'unknown' ? otherValue : callee,
    ...placeOf(node, evaluation),
    likely: null,
    property: { span, text: nameNode.text, value: key },
    default: null,
  };
}

/** Calls, classes and uses of getters in a file that may read a flag. */
export function candidatesOf(search: Search): readonly ReadCandidate[] {
  const { evaluation, readers } = search;
  // The innermost of nested calls first: what is asked again is known then.
  const calls = evaluation
    .nodes('call')
    .toReversed()
    .map((call) => callCandidate(call, search))
    .toReversed();
  const getters =
    readers.size > 0
      ? evaluation.nodes('attribute').map((node) => getterCandidate(node, search))
      : [];
  const found = [...calls, ...getters].filter((candidate) => candidate !== null);
  return [...found, ...classElements(evaluation)];
}
