import type { ReadCandidate } from '../../../model/sourceFacts';
import type { Span } from '../../../model/position';
import { codeChildren, descendants } from '../../../syntax/syntaxNodes';
import type { SyntaxNode } from '../../../syntax/syntaxTree';
import { createNestedNodes } from '../shared/nestedNodes';
import type { Evaluation } from './evaluation';
import { functionTypes, identityOf } from './functions';
import { readUse } from './readUse';

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

/** Methods of texts and lists that give what they are called on in another form. */
const forms: ReadonlySet<string> = new Set([
  'split',
  'trim',
  'toLowerCase',
  'toUpperCase',
  'map',
  'filter',
  'includes',
  'startsWith',
]);

const conversions: ReadonlySet<string> = new Set(['Boolean', 'Number', 'String', 'JSON.parse']);

/** `Boolean(on)`, `names.split(',').map(...)`: what is given in another form. */
function partsOfCall(call: SyntaxNode): readonly SyntaxNode[] | null {
  const callee = call.childForFieldName('function');
  const list = call.childForFieldName('arguments');
  if (conversions.has(callee?.text ?? '') && list) return codeChildren(list);
  const [made] = list ? codeChildren(list) : [];
  const body = made?.type === 'arrow_function' ? made.childForFieldName('body') : null;
  if (callee?.text === 'useMemo' && body) return body.type === 'statement_block' ? null : [body];
  const object = callee?.childForFieldName('object');
  return object && forms.has(callee?.childForFieldName('property')?.text ?? '') ? [object] : null;
}

function rootOf(node: SyntaxNode): SyntaxNode {
  const inner = partsOfCall(node)?.[0];
  return inner ? rootOf(inner) : node;
}

/** `on ? true : false`, `names ? names.split(',') : []`: a choice by what a value is, of constants and of the value itself. */
function partsOfChoice(node: SyntaxNode): readonly SyntaxNode[] | null {
  const [condition, ...branches] = codeChildren(node);
  if (!condition) return null;
  const asked = condition.type === 'unary_expression' ? codeChildren(condition)[0] : condition;
  const isFitting = branches.every((branch) => {
    const isEmpty = branch.type === 'array' && codeChildren(branch).length === 0;
    return constants.has(branch.type) || isEmpty || rootOf(branch).text === asked?.text;
  });
  return isFitting ? [condition] : null;
}

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
    case 'call_expression':
      return partsOfCall(node);
    case 'ternary_expression':
      return partsOfChoice(node);
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
  const all = createNestedNodes(descendants(root, ...functionTypes));
  return (node) => all.around(node).filter(({ id }) => id !== node.id);
}

function resultsOf(owner: SyntaxNode, around: FunctionsAround): readonly SyntaxNode[] {
  const body = owner.childForFieldName('body');
  if (!body) return [];
  if (body.type !== 'statement_block') return [body];
  return descendants(body, 'return_statement')
    .filter((statement) => around(statement)[0]?.id === owner.id)
    .map((statement) => codeChildren(statement)[0] ?? statement);
}

const comparisons: ReadonlySet<string> = new Set(['===', '!==', '==', '!=', '<', '>', '<=', '>=']);

/** Whether an expression is written as one that is true or false, whatever of it. */
function isYesOrNo(node: SyntaxNode): boolean {
  switch (node.type) {
    case 'true':
    case 'false':
      return true;
    case 'parenthesized_expression':
      return codeChildren(node).every(isYesOrNo);
    case 'unary_expression':
      return node.childForFieldName('operator')?.text === '!';
    case 'binary_expression': {
      const operator = node.childForFieldName('operator')?.text ?? '';
      if (comparisons.has(operator)) return true;
      const right = node.childForFieldName('right');
      return operator === '&&' && right !== null && isYesOrNo(right);
    }
    default:
      return false;
  }
}

/** Reads that decide, before anything else, that a function which says yes or no says a constant: `if (!on) return false`. */
function guardsOf(
  owner: SyntaxNode,
  candidates: ReadonlySet<number>,
  evaluation: Evaluation,
  around: FunctionsAround,
): ReadonlySet<number> {
  const body = owner.childForFieldName('body');
  const used = new Set<number>();
  if (body?.type !== 'statement_block') return used;
  if (!resultsOf(owner, around).every(isYesOrNo)) return used;
  for (const statement of codeChildren(body)) {
    const condition =
      statement.type === 'if_statement' ? statement.childForFieldName('condition') : null;
    const consequence = statement.childForFieldName('consequence');
    const [first] =
      consequence?.type === 'statement_block' ? codeChildren(consequence) : [consequence];
    const given = first?.type === 'return_statement' ? codeChildren(first)[0] : undefined;
    if (!condition || (given?.type !== 'true' && given?.type !== 'false')) continue;
    for (const { id } of sourcesOf(condition, evaluation)) if (candidates.has(id)) used.add(id);
  }
  return used;
}

/** Whether each result of a function is a constant or computed from a candidate; then those it is computed from. */
function computedFrom(
  owner: SyntaxNode,
  candidates: ReadonlySet<number>,
  evaluation: Evaluation,
  around: FunctionsAround,
): ReadonlySet<number> {
  const used = new Set<number>();
  for (const result of resultsOf(owner, around)) {
    const sources = sourcesOf(result, evaluation);
    const own = sources.filter(({ id }) => candidates.has(id));
    const isConstant = sources.every(({ type }) => constants.has(type));
    if (own.length === 0 && !isConstant) return guardsOf(owner, candidates, evaluation, around);
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
  return found.map(({ node, candidate: bare }) => {
    const use = readUse(node);
    const candidate = use === null ? bare : { ...bare, use };
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
