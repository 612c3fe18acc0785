import type { ReadCandidate } from '../../../model/sourceFacts';
import type { Span } from '../../../model/position';
import { codeChildren, descendants } from '../../../syntax/syntaxNodes';
import type { SyntaxNode } from '../../../syntax/syntaxTree';
import type { Evaluation } from './evaluation';
import { functionTypes, identityOf } from './functions';

/** A candidate with the node it was found at. */
export interface FoundCandidate {
  readonly node: SyntaxNode;
  readonly candidate: ReadCandidate;
}

const constants: ReadonlySet<string> = new Set([
  'true',
  'false',
  'null',
  'undefined',
  'string',
  'number',
]);

const operators: ReadonlySet<string> = new Set([
  '&&',
  '||',
  '??',
  '===',
  '!==',
  '==',
  '!=',
  '<',
  '>',
  '<=',
  '>=',
]);

const conversions: ReadonlySet<string> = new Set(['Boolean', 'Number', 'String', 'JSON.parse']);

function partsOf(node: SyntaxNode): readonly SyntaxNode[] | null {
  switch (node.type) {
    case 'parenthesized_expression':
    case 'await_expression':
    case 'non_null_expression':
    case 'as_expression':
    case 'satisfies_expression':
    case 'unary_expression':
      return codeChildren(node).slice(0, 1);
    case 'binary_expression': {
      const isLogical = operators.has(node.childForFieldName('operator')?.text ?? '');
      return isLogical ? codeChildren(node) : null;
    }
    case 'call_expression': {
      const callee = node.childForFieldName('function')?.text ?? '';
      const list = node.childForFieldName('arguments');
      return conversions.has(callee) && list ? codeChildren(list) : null;
    }
    case 'ternary_expression': {
      const [condition, ...branches] = codeChildren(node);
      const areConstant = branches.every(({ type }) => constants.has(type));
      return condition && areConstant ? [condition] : null;
    }
    default:
      return null;
  }
}

/** `const on = read()`, `const { enabled } = read()`: what a name of the function was given. */
function initializerOf(node: SyntaxNode, evaluation: Evaluation): SyntaxNode | null {
  const binding = evaluation.scopes.value(node.text, node);
  return binding?.kind === 'variable' && binding.isConstant
    ? binding.declarator.childForFieldName('value')
    : null;
}

/** Expressions a value is computed from, each with those it is a member of. */
function sourcesOf(node: SyntaxNode, evaluation: Evaluation, depth = 0): readonly SyntaxNode[] {
  if (depth > 12) return [node];
  const further = (inner: SyntaxNode) => sourcesOf(inner, evaluation, depth + 1);
  const parts = partsOf(node);
  if (parts) return parts.flatMap(further);
  if (node.type === 'identifier') {
    const given = initializerOf(node, evaluation);
    return given ? further(given) : [node];
  }
  const object = node.type === 'member_expression' ? node.childForFieldName('object') : null;
  return object ? [node, ...further(object)] : [node];
}

/** The functions around a node, the innermost first: by their places, because asking a node for its parent costs much. */
type FunctionsAround = (node: SyntaxNode) => readonly SyntaxNode[];

function findFunctions(root: SyntaxNode): FunctionsAround {
  const all = descendants(root, ...functionTypes);
  return (node) =>
    all
      .filter(
        ({ id, startIndex, endIndex }) =>
          startIndex <= node.startIndex && endIndex >= node.endIndex && id !== node.id,
      )
      .toReversed();
}

function resultsOf(owner: SyntaxNode, around: FunctionsAround): readonly SyntaxNode[] {
  const body = owner.childForFieldName('body');
  if (!body) return [];
  if (body.type !== 'statement_block') return [body];
  return descendants(body, 'return_statement')
    .filter((statement) => around(statement)[0]?.id === owner.id)
    .map((statement) => codeChildren(statement)[0] ?? statement);
}

/** Whether each result of a function is a constant or computed from a candidate; then those it is computed from. */
function computedFrom(
  owner: SyntaxNode,
  candidates: ReadonlySet<number>,
  evaluation: Evaluation,
  around: FunctionsAround,
): ReadonlySet<number> {
  const none: ReadonlySet<number> = new Set();
  const used = new Set<number>();
  for (const result of resultsOf(owner, around)) {
    const sources = sourcesOf(result, evaluation);
    const own = sources.filter(({ id }) => candidates.has(id));
    const isConstant = sources.every(({ type }) => constants.has(type));
    if (own.length === 0 && !isConstant) return none;
    for (const { id } of own) used.add(id);
  }
  return used;
}

/** Adds to each candidate the functions around it, and the one whose result is computed from it. */
export function surroundings(
  found: readonly FoundCandidate[],
  evaluation: Evaluation,
): readonly ReadCandidate[] {
  const ids = new Set(found.map(({ node }) => node.id));
  const around = findFunctions(evaluation.root);
  const results = new Map<number, ReadonlySet<number>>();
  if (found.length === 0) return [];
  return found.map(({ node, candidate }) => {
    const owners = around(node);
    const within = owners.flatMap((owner): readonly Span[] => {
      const identity = identityOf(owner, evaluation);
      return identity ? [identity] : [];
    });
    const [owner] = owners;
    if (!owner) return candidate;
    const computed = results.get(owner.id) ?? computedFrom(owner, ids, evaluation, around);
    results.set(owner.id, computed);
    const identity = computed.has(node.id) ? identityOf(owner, evaluation) : null;
    return {
      ...candidate,
      ...(within.length > 0 && { within }),
      ...(identity && { returnedBy: identity }),
    };
  });
}
