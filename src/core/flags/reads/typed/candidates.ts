import type { CandidateArgument, ReadCandidate } from '../../../model/sourceFacts';
import type { SyntaxNode } from '../../../syntax/syntaxTree';
import { descendants } from '../../../syntax/syntaxNodes';
import { asksForFlag } from '../shared/asksForFlag';
import { asksItself } from '../shared/asksItself';
import { mayRead } from '../shared/mayRead';
import { shortText } from '../shared/shortText';
import { unnamed } from '../staticValues';
import { tellingNames } from '../telling';
import { calleeValue, memberValue } from './calls';
import type { Expression, GivenArgument } from './expression';
import { lookupCandidates } from './lookups';
import { likelyRead } from './likelyRead';
import { returnedBy } from './returnedBy';
import type { TypedEvaluation } from './typedEvaluation';

type Call = Expression & { readonly kind: 'call' };

const mostArguments = 8;

function argument({ node, name }: GivenArgument, evaluation: TypedEvaluation): CandidateArgument {
  return {
    span: evaluation.spanOf(node),
    text: shortText(node),
    value: evaluation.value(node),
    ...(name !== null && { name }),
  };
}

function isWorthAsking(name: string, evaluation: TypedEvaluation): boolean {
  const { readers } = evaluation;
  if (tellingNames.reads.has(name) || readers.has(name)) return true;
  const imported = evaluation.header.imports.get(name)?.path.at(-1);
  return imported !== undefined && (tellingNames.reads.has(imported) || readers.has(imported));
}

/** What is known of a candidate by its place alone. */
function placeOf(node: SyntaxNode, evaluation: TypedEvaluation) {
  const within = evaluation.functionsAround(node).map((nameNode) => evaluation.spanOf(nameNode));
  const by = returnedBy(node, evaluation);
  return {
    span: evaluation.spanOf(node),
    ...(within.length > 0 && { within }),
    ...(by && { returnedBy: evaluation.spanOf(by) }),
  };
}

function startsUpper(name: string): boolean {
  return /^\p{Lu}/u.test(name);
}

/** A constant by its name (`Keys.Search`, `NewSearch`), or a member of one (`Flags.Search.key`). */
function mayBeConstant(node: SyntaxNode, evaluation: TypedEvaluation): boolean {
  const expression = evaluation.grammar.expression(node);
  if (expression.kind === 'member') {
    return startsUpper(expression.name) || mayBeConstant(expression.of, evaluation);
  }
  return expression.kind === 'name' && startsUpper(expression.name);
}

/** The called name, where it is one that asks for a flag and is given, or called on, what may be a declared key. */
function asking(
  { name, receiver, arguments: given }: Pick<Call, 'name' | 'receiver' | 'arguments'>,
  evaluation: TypedEvaluation,
): string | null {
  if (name === null || !asksForFlag(name, receiver ? shortText(receiver) : '')) return null;
  const isAskedItself = asksItself(name) && receiver && mayBeConstant(receiver, evaluation);
  const isGiven = given.some((each) => mayBeConstant(each.node, evaluation));
  return isAskedItself || isGiven ? name : null;
}

function callCandidate(
  node: SyntaxNode,
  call: Call,
  evaluation: TypedEvaluation,
): ReadCandidate | null {
  if (call.name === null) return null;
  const asks = asking(call, evaluation);
  if (asks === null && !isWorthAsking(call.name, evaluation)) return null;
  const callee = calleeValue(node, call, evaluation);
  const likely = likelyRead(call, evaluation);
  const isSettled = unnamed(callee).kind !== 'unknown';
  const isLikely = likely !== null || evaluation.readers.has(call.name);
  if (asks === null && !mayRead(callee) && (isSettled || !isLikely)) return null;
  const given = call.arguments.slice(0, mostArguments);
  return {
    kind: 'call',
    ...placeOf(node, evaluation),
    callee,
    likely,
    arguments: given.map((each) => argument(each, evaluation)),
    spread: given.some(({ isSpread }) => isSpread),
    ...(asks !== null && { asks }),
  };
}

function annotationCandidate(node: SyntaxNode, evaluation: TypedEvaluation): ReadCandidate | null {
  const written = evaluation.grammar.annotation(node);
  const name = written ? evaluation.grammar.type(written.type)?.path.at(-1) : undefined;
  if (!written || name === undefined) return null;
  const asks = asking({ name, receiver: null, arguments: written.arguments }, evaluation);
  if (asks === null && !isWorthAsking(name, evaluation)) return null;
  const callee = evaluation.typeName(written.type);
  if (asks === null && !mayRead(callee)) return null;
  const given = written.arguments.slice(0, mostArguments);
  return {
    kind: 'call',
    span: evaluation.spanOf(node),
    callee,
    likely: null,
    arguments: given.map((each) => argument(each, evaluation)),
    spread: false,
    ...(asks !== null && { asks }),
  };
}

/** `new RequireFeatureAttribute("k")`: an attribute that code makes itself. */
function constructedCandidate(
  node: SyntaxNode,
  { type, arguments: written }: Expression & { readonly kind: 'construct' },
  evaluation: TypedEvaluation,
): ReadCandidate | null {
  const name = type ? evaluation.grammar.type(type)?.path.at(-1) : undefined;
  if (!type || name === undefined || !name.endsWith('Attribute')) return null;
  const callee = evaluation.typeName(type);
  if (!evaluation.readers.has(name) || !mayRead(callee)) return null;
  const given = written.slice(0, mostArguments);
  return {
    kind: 'call',
    ...placeOf(node, evaluation),
    callee,
    likely: null,
    arguments: given.map((each) => argument(each, evaluation)),
    spread: false,
  };
}

/** `flags.isNewCheckout`: a property whose getter may read a flag. */
function propertyCandidate(node: SyntaxNode, evaluation: TypedEvaluation): ReadCandidate | null {
  const { readers } = evaluation;
  const expression = evaluation.grammar.expression(node);
  if (expression.kind !== 'member' || !readers.has(expression.name)) return null;
  const { parent } = node;
  const isCallee = parent && evaluation.grammar.callTypes.includes(parent.type);
  if (isCallee && parent.startIndex === node.startIndex) return null;
  const callee = evaluation.value(expression.of);
  if (!mayRead(memberValue(expression.of, expression.name, evaluation))) return null;
  const span = evaluation.spanOf(node);
  const value = { kind: 'literal', value: expression.name, span: null } as const;
  return {
    kind: 'property',
    ...placeOf(node, evaluation),
    callee,
    likely: null,
    property: { span, text: expression.name, value },
    default: null,
  };
}

/**
 * Whether a name worth asking for stands in a stretch of a text: every other call is passed over without a look at its
 * parts, which costs more than all else.
 */
function createNameSieve(
  text: string,
  evaluation: TypedEvaluation,
): ((node: SyntaxNode) => boolean) | null {
  const places: number[] = [];
  for (const { 0: name, index } of text.matchAll(/[\p{L}_$][\p{L}\p{N}_$]*/gu)) {
    if (isWorthAsking(name, evaluation)) places.push(index);
  }
  if (places.length === 0) return null;
  return ({ startIndex, endIndex }) => {
    let low = 0;
    let high = places.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((places[middle] ?? 0) < startIndex) low = middle + 1;
      else high = middle;
    }
    return (places[low] ?? Number.POSITIVE_INFINITY) < endIndex;
  };
}

function byPlace({ span: { start } }: ReadCandidate, { span }: ReadCandidate): number {
  return start.line - span.start.line || start.column - span.start.column;
}

/** Calls, annotations, properties and look-ups of a file that may read a flag, in order of position. */
export function candidatesOf(evaluation: TypedEvaluation, text: string): readonly ReadCandidate[] {
  const { grammar, readers, root } = evaluation;
  const mayCall = createNameSieve(text, evaluation);
  const lookups = lookupCandidates(
    evaluation,
    (node) => placeOf(node, evaluation),
    (node) => mayBeConstant(node, evaluation),
  );
  if (!mayCall) return lookups;
  const isAnnotation = new Set(grammar.annotationTypes);
  const nodes = descendants(
    root,
    ...grammar.callTypes,
    ...grammar.annotationTypes,
    ...(readers.size > 0 ? grammar.memberTypes : []),
  );
  const called = nodes
    .filter(mayCall)
    .map((node) => {
      if (isAnnotation.has(node.type)) return annotationCandidate(node, evaluation);
      const expression = grammar.expression(node);
      if (expression.kind === 'call') return callCandidate(node, expression, evaluation);
      return expression.kind === 'construct'
        ? constructedCandidate(node, expression, evaluation)
        : propertyCandidate(node, evaluation);
    })
    .filter((candidate) => candidate !== null);
  return lookups.length === 0 ? called : [...called, ...lookups].sort(byPlace);
}
