import type { SyntaxNode } from '../../../syntax/syntaxTree';
import type { TextPositions } from '../../../syntax/textPositions';
import { createAnswers } from '../shared/answers';
import { createNodesByType, type NodesByType } from '../shared/nodesByType';
import { unknownValue } from '../staticValues';
import { boundValue } from './bindings';
import type { Evaluation } from './evaluation';
import { expressionValue } from './expressions';
import { functionValue, returnedValue } from './functions';
import { createScopes, type Scopes } from './scopes';
import { methodsByType, structFacts, type StructFacts } from './structs';
import { typeValue } from './types';

const lookedFor = ['assignment_statement', 'call_expression', 'return_statement'];

/** `return` statements by the function they belong to. */
function returnsByFunction(
  nodes: NodesByType,
  scopes: Scopes,
): ReadonlyMap<number, readonly SyntaxNode[]> {
  const returns = new Map<number, SyntaxNode[]>();
  for (const statement of nodes('return_statement')) {
    const owner = scopes.functionAround(statement);
    const known = owner && returns.get(owner.id);
    if (known) known.push(statement);
    else if (owner) returns.set(owner.id, [statement]);
  }
  return returns;
}

/** Opens a file's tree for questions. Nothing is computed before it is asked for. */
export function createEvaluation(root: SyntaxNode, positions: TextPositions): Evaluation {
  const nodes = createNodesByType(root, lookedFor);
  const scopes: Scopes = createScopes(root, nodes);
  const answers = createAnswers();
  const { once } = answers;
  const circular = unknownValue('it refers to itself');
  const noReturns: ReadonlyMap<number, readonly SyntaxNode[]> = new Map();
  const noStruct: StructFacts = { fields: [], methods: [], embedded: [], declared: [] };
  const noMethods: ReadonlyMap<string, readonly SyntaxNode[]> = new Map();

  const evaluation: Evaluation = {
    root,
    scopes,
    nodes,
    returnsIn: (node) =>
      once('returns', noReturns, () => returnsByFunction(nodes, scopes)).get(node.id) ?? [],
    spanOf: (node) => positions.spanOf(node.startIndex, node.endIndex),
    spanBetween: (start, end) => positions.spanOf(start, end),
    value: (node) =>
      answers.value(`value ${node.id}`, circular, () => expressionValue(node, evaluation)),
    type: (node) => answers.value(`type ${node.id}`, null, () => typeValue(node, evaluation)),
    bound: (binding) =>
      answers.value(`bound ${binding.declaration.nameNode.id}`, circular, () =>
        boundValue(binding, evaluation),
      ),
    function: (node) =>
      answers.value(`function ${node.id}`, circular, () => functionValue(node, evaluation)),
    returns: (node) =>
      answers.value(`returns ${node.id}`, circular, () => returnedValue(node, evaluation)),
    struct: (spec) => once(`struct ${spec.id}`, noStruct, () => structFacts(spec, evaluation)),
    methods: () => once('methods', noMethods, () => methodsByType(root)),
  };
  return evaluation;
}
