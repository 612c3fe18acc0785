import type { Span } from '../../../model/position';
import type { CandidateArgument, ReadCandidate } from '../../../model/sourceFacts';
import type { SyntaxNode } from '../../../syntax/syntaxTree';
import { likelyCall } from '../shared/likelyCall';
import { mayRead } from '../shared/mayRead';
import { shortText } from '../shared/shortText';
import { sdkOfPackage } from '../sdkShapes';
import { unnamed } from '../staticValues';
import { tellingNames } from '../telling';
import { argumentsOf } from './calls';
import type { Evaluation } from './evaluation';
import { functionName } from './functions';
import { returnedBy } from './returnedBy';

const mostArguments = 8;

/** `unleash.WithFallback(true)`: an option of an SDK counts as an argument given by name. */
function optionName(node: SyntaxNode, evaluation: Evaluation): string | null {
  const callee = node.type === 'call_expression' ? node.childForFieldName('function') : null;
  const operand = callee?.childForFieldName('operand');
  const name = callee?.childForFieldName('field')?.text ?? '';
  if (!operand || !name.startsWith('With')) return null;
  const value = unnamed(evaluation.value(operand));
  return value.kind === 'import' && sdkOfPackage(value.module) ? name : null;
}

function candidateArgument(node: SyntaxNode, evaluation: Evaluation): CandidateArgument {
  const option = optionName(node, evaluation);
  const valueNode = (option === null ? undefined : argumentsOf(node)[0]) ?? node;
  return {
    span: evaluation.spanOf(valueNode),
    ...(option !== null && { name: option }),
    text: shortText(valueNode),
    value: evaluation.value(valueNode),
  };
}

/** Functions around a node that have a name, the innermost first. */
function functionsAround(node: SyntaxNode, evaluation: Evaluation): readonly Span[] {
  const names: Span[] = [];
  let around = evaluation.scopes.functionAround(node);
  while (around) {
    const name = functionName(around, evaluation);
    if (name) names.push(name);
    around = evaluation.scopes.functionAround(around);
  }
  return names;
}

function placeOf(
  node: SyntaxNode,
  evaluation: Evaluation,
): Pick<ReadCandidate, 'within' | 'returnedBy'> {
  const within = functionsAround(node, evaluation);
  const returning = returnedBy(node, evaluation);
  return { ...(within.length > 0 && { within }), ...(returning && { returnedBy: returning }) };
}

function calledName(callee: SyntaxNode): string | null {
  if (callee.type === 'identifier') return callee.text;
  if (callee.type === 'selector_expression') return callee.childForFieldName('field')?.text ?? null;
  return null;
}

/** Whether the name under which something is called leaves room for a read: every other call is passed over. */
function isWorthAsking(
  callee: SyntaxNode,
  name: string,
  readers: ReadonlySet<string>,
  evaluation: Evaluation,
): boolean {
  if (tellingNames.reads.has(name) || readers.has(name)) return true;
  if (callee.type !== 'identifier') return false;
  const kind = evaluation.scopes.find(name, callee)?.declaration.kind;
  return kind === 'variable' || kind === 'parameter';
}

function callCandidate(
  call: SyntaxNode,
  readers: ReadonlySet<string>,
  evaluation: Evaluation,
): ReadCandidate | null {
  const callee = call.childForFieldName('function');
  const name = callee ? calledName(callee) : null;
  if (!callee || name === null || !isWorthAsking(callee, name, readers, evaluation)) return null;
  const value = evaluation.value(callee);
  const given = argumentsOf(call).slice(0, mostArguments);
  const known = given.map((node) => candidateArgument(node, evaluation));
  const receiver = callee.childForFieldName('operand') ?? callee;
  const likely = likelyCall({
    name,
    receiver: evaluation.value(receiver),
    written: shortText(receiver),
    arguments: known,
    modules: evaluation.scopes.imports().map(({ module }) => module),
  });
  const inner = unnamed(value);
  const isLikely = likely !== null || readers.has(name);
  if (!mayRead(value) && (inner.kind !== 'unknown' || !isLikely)) return null;
  // Every other function of the file itself reads no flag for its callers.
  if (inner.kind === 'function' && !readers.has(name)) return null;
  const last = given.at(-1);
  const isSpread = last?.type === 'variadic_argument' || last?.text.endsWith('...') === true;
  return {
    kind: 'call',
    span: evaluation.spanOf(call),
    callee: value,
    ...placeOf(call, evaluation),
    likely,
    arguments: known,
    // `read("key", rest...)` says where the key is.
    spread: isSpread && given.length === 1,
  };
}

/** Calls in a file that may read a flag, in order of position. */
export function candidatesOf(
  evaluation: Evaluation,
  readers: ReadonlySet<string>,
): readonly ReadCandidate[] {
  // The innermost of nested calls first: what is asked again is known then.
  return evaluation
    .nodes('call_expression')
    .toReversed()
    .map((call) => callCandidate(call, readers, evaluation))
    .filter((candidate) => candidate !== null)
    .toReversed();
}
