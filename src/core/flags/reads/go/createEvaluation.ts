import type { SyntaxNode } from '../../../syntax/syntaxTree';
import type { TextPositions } from '../../../syntax/textPositions';
import { createAnswers } from '../shared/answers';
import { unknownValue } from '../staticValues';
import { boundValue } from './bindings';
import type { Evaluation } from './evaluation';
import { expressionValue } from './expressions';
import { functionValue, returnedValue } from './functions';
import { createScopes, type Scopes } from './scopes';
import { methodsByType, structFacts, type StructFacts } from './structs';
import { typeValue } from './types';

/** Opens a file's tree for questions. Nothing is computed before it is asked for. */
export function createEvaluation(root: SyntaxNode, positions: TextPositions): Evaluation {
  const scopes: Scopes = createScopes(root);
  const { once } = createAnswers();
  const circular = unknownValue('it refers to itself');
  const noStruct: StructFacts = { fields: [], methods: [], embedded: [], declared: [] };
  const noMethods: ReadonlyMap<string, readonly SyntaxNode[]> = new Map();

  const evaluation: Evaluation = {
    root,
    scopes,
    spanOf: (node) => positions.spanOf(node.startIndex, node.endIndex),
    spanBetween: (start, end) => positions.spanOf(start, end),
    value: (node) => once(`value ${node.id}`, circular, () => expressionValue(node, evaluation)),
    type: (node) => once(`type ${node.id}`, null, () => typeValue(node, evaluation)),
    bound: (binding) =>
      once(`bound ${binding.declaration.nameNode.id}`, circular, () =>
        boundValue(binding, evaluation),
      ),
    function: (node) =>
      once(`function ${node.id}`, circular, () => functionValue(node, evaluation)),
    returns: (node) => once(`returns ${node.id}`, circular, () => returnedValue(node, evaluation)),
    struct: (spec) => once(`struct ${spec.id}`, noStruct, () => structFacts(spec, evaluation)),
    methods: () => once('methods', noMethods, () => methodsByType(root)),
  };
  return evaluation;
}
