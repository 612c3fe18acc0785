import type { CandidateArgument, ReadCandidate } from '../../../model/sourceFacts';
import type { StaticValue } from '../../../model/staticValue';
import { codeChildren, descendants } from '../../../syntax/syntaxNodes';
import type { SyntaxNode } from '../../../syntax/syntaxTree';
import { mayRead } from '../shared/mayRead';
import { quotedKey } from '../shared/quotedKey';
import { shortText } from '../shared/shortText';
import { otherValue, unnamed } from '../staticValues';
import { tellingNames } from '../telling';
import { argumentsOf } from './calls';
import type { Evaluation } from './evaluation';
import { likelyRead } from './likelyRead';
import { literalText } from './stringText';
import type { FoundCandidate } from './surroundings';

const mostArguments = 6;

export function argument(node: SyntaxNode, evaluation: Evaluation): CandidateArgument {
  return { span: evaluation.spanOf(node), text: shortText(node), value: evaluation.value(node) };
}

const wrappers: ReadonlySet<string> = new Set([
  'parenthesized_expression',
  'non_null_expression',
  'as_expression',
  'satisfies_expression',
]);

/** The expression inside parentheses, `!` and casts. */
export function unwrapped(node: SyntaxNode): SyntaxNode {
  const inner = wrappers.has(node.type) ? codeChildren(node)[0] : undefined;
  return inner ? unwrapped(inner) : node;
}

/** The last name of what is called: `c` of `a.b.c(...)`. */
function calledName(callee: SyntaxNode): string | null {
  switch (callee.type) {
    case 'identifier':
      return callee.text;
    case 'member_expression':
      return callee.childForFieldName('property')?.text ?? null;
    case 'subscript_expression': {
      const index = callee.childForFieldName('index');
      return index ? literalText(index) : null;
    }
    default:
      return null;
  }
}

/** Whether the name under which something is called leaves room for a read: every other call is passed over. */
function isWorthAsking(callee: SyntaxNode, name: string, evaluation: Evaluation): boolean {
  if (tellingNames.reads.has(name) || evaluation.readers.has(name)) return true;
  if (callee.type !== 'identifier') return false;
  const binding = evaluation.scopes.value(name, callee);
  if (binding?.kind === 'import')
    return (
      tellingNames.reads.has(binding.name) ||
      evaluation.readers.has(binding.name) ||
      isSdkImport(callee, evaluation)
    );
  return binding?.kind === 'variable' || binding?.kind === 'parameter';
}

function isNamedFunction(value: StaticValue): boolean {
  const inner = unnamed(value);
  if (inner.kind !== 'function' || !inner.name) return false;
  const { start, end } = inner.name;
  return start.line !== end.line || start.column !== end.column;
}

function isSdkImport(callee: SyntaxNode, evaluation: Evaluation): boolean {
  return unnamed(evaluation.value(callee)).kind === 'sdk';
}

/** Whether a call is given a text that is known as a key. */
function givesKey(given: readonly SyntaxNode[], { readers }: Evaluation): boolean {
  if (readers.size === 0) return false;
  return given.some((node) => {
    const text = node.type === 'string' ? literalText(node) : null;
    return text !== null && readers.has(quotedKey(text));
  });
}

function callCandidate(call: SyntaxNode, evaluation: Evaluation): ReadCandidate | null {
  const written = call.childForFieldName('function');
  if (!written) return null;
  const callee = unwrapped(written);
  const name = calledName(callee);
  if (name === null) return null;
  const given = argumentsOf(call);
  const isGivenKey = givesKey(given, evaluation);
  if (!isGivenKey && !isWorthAsking(callee, name, evaluation)) return null;
  const value = evaluation.value(callee);
  const likely = likelyRead(callee, name, given, evaluation);
  const isSettled = unnamed(value).kind !== 'unknown';
  const isLikely = likely !== null || evaluation.readers.has(name);
  if (!mayRead(value) && (isSettled || !isLikely)) return null;
  // Every other function of the file itself reads no flag for its callers.
  if (isNamedFunction(value) && !isGivenKey && !evaluation.readers.has(name)) return null;
  return {
    kind: 'call',
    span: evaluation.spanOf(call),
    callee: value,
    likely,
    arguments: given.slice(0, mostArguments).map((node) => argument(node, evaluation)),
    spread: given.slice(0, mostArguments).some(({ type }) => type === 'spread_element'),
  };
}

/** The value of an attribute: `a="x"`, `a={x}`, or `a` alone, which is true. */
function attributeValue(attribute: SyntaxNode, evaluation: Evaluation): CandidateArgument {
  const given = codeChildren(attribute)[1];
  if (!given) {
    const value: StaticValue = { kind: 'literal', value: true, span: null };
    return { span: evaluation.spanOf(attribute), text: 'true', value };
  }
  if (given.type === 'string') {
    // Text of an attribute knows no backslashes.
    const value: StaticValue = {
      kind: 'literal',
      value: given.text.slice(1, -1),
      span: evaluation.innerSpanOf(given),
    };
    return { span: evaluation.spanOf(given), text: given.text, value };
  }
  const inside = given.type === 'jsx_expression' ? codeChildren(given)[0] : undefined;
  return inside
    ? argument(inside, evaluation)
    : { span: evaluation.spanOf(given), text: shortText(given), value: otherValue };
}

function elementSpan(opening: SyntaxNode, evaluation: Evaluation) {
  const whole = opening.type === 'jsx_opening_element' ? opening.parent : opening;
  return evaluation.spanOf(whole ?? opening);
}

function isWorthAskingElement(nameNode: SyntaxNode, evaluation: Evaluation): boolean {
  const last = nameNode.text.split('.').at(-1) ?? '';
  if (tellingNames.elements.has(last) || evaluation.readers.has(last)) return true;
  const binding = evaluation.scopes.value(nameNode.text, nameNode);
  return (
    binding?.kind === 'import' &&
    (tellingNames.elements.has(binding.name) || evaluation.readers.has(binding.name))
  );
}

function elementCandidate(opening: SyntaxNode, evaluation: Evaluation): ReadCandidate | null {
  const nameNode = opening.childForFieldName('name');
  if (!nameNode || !isWorthAskingElement(nameNode, evaluation)) return null;
  const callee = evaluation.value(nameNode);
  if (!mayRead(callee)) return null;
  const attributes: Record<string, CandidateArgument> = {};
  let spread = false;
  for (const child of codeChildren(opening)) {
    if (child.type === 'jsx_expression') spread = true;
    const name = child.type === 'jsx_attribute' ? codeChildren(child)[0]?.text : undefined;
    if (name !== undefined) attributes[name] = attributeValue(child, evaluation);
  }
  const span = elementSpan(opening, evaluation);
  return { kind: 'element', span, callee, likely: null, attributes, spread };
}

/** Calls and elements of a file that may read a flag, in order of position. */
export function callsAndElements(evaluation: Evaluation): readonly FoundCandidate[] {
  const nodes = descendants(
    evaluation.root,
    'call_expression',
    'jsx_opening_element',
    'jsx_self_closing_element',
  );
  return nodes.flatMap((node) => {
    const candidate =
      node.type === 'call_expression'
        ? callCandidate(node, evaluation)
        : elementCandidate(node, evaluation);
    return candidate ? [{ node, candidate }] : [];
  });
}
