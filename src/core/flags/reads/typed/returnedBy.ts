import type { SyntaxNode } from '../../../syntax/syntaxTree';
import type { Declaration } from './declaration';
import type { TypedEvaluation } from './typedEvaluation';

const mostSteps = 60;

function bodyOf(declaration: Declaration): SyntaxNode | null {
  if (declaration.kind === 'function') return declaration.body;
  return declaration.kind === 'variable' ? declaration.getter : null;
}

/** Whether an expression names a variable, outside of calls that are given it. */
function mentions(node: SyntaxNode, name: string, evaluation: TypedEvaluation): boolean {
  const text = node.text;
  if (!text.includes(name)) return false;
  return node
    .descendantsOfType(['identifier', 'simple_identifier'])
    .some((found) => found?.text === name && isPassedOn(found, node, evaluation));
}

function isPassedOn(node: SyntaxNode, to: SyntaxNode, evaluation: TypedEvaluation): boolean {
  let inner = node;
  for (let steps = 0; steps < mostSteps && inner.id !== to.id; steps++) {
    const parent = inner.parent;
    if (!parent || evaluation.grammar.flow(inner, parent) !== 'through') return false;
    inner = parent;
  }
  return inner.id === to.id;
}

/** The declared name of the function or getter that returns what is computed from a call; null where none does. */
export function returnedBy(call: SyntaxNode, evaluation: TypedEvaluation): SyntaxNode | null {
  const { grammar } = evaluation;
  let node = call;
  for (let steps = 0; steps < mostSteps; steps++) {
    const parent = node.parent;
    if (!parent) return null;
    const flow = grammar.flow(node, parent);
    if (flow === 'ends') return null;
    const by = flow === 'through' ? null : evaluation.functionAround(call);
    if (flow === 'returned') return by?.nameNode ?? null;
    if (flow !== 'through') {
      const body = by ? bodyOf(by) : null;
      const name = flow.variable.text;
      const isReturned =
        body && grammar.returned(body).some((each) => mentions(each, name, evaluation));
      return isReturned ? (by?.nameNode ?? null) : null;
    }
    node = parent;
  }
  return null;
}
