import { codeChildren } from '../../../syntax/syntaxNodes';
import type { SyntaxNode } from '../../../syntax/syntaxTree';
import type { TextPositions } from '../../../syntax/textPositions';
import { createAnswers } from '../shared/answers';
import { createNodesByType, type NodesByType } from '../shared/nodesByType';
import { unknownValue } from '../staticValues';
import { boundValue } from './bindings';
import { classFacts, instanceMember, staticMember } from './classes';
import type { Evaluation } from './evaluation';
import { expressionValue } from './expressions';
import { functionValue, parametersOf, returnedValue } from './functions';
import { importedModules, ownModule, wildcardModule } from './imports';
import { createScopes, type Scopes } from './scopes';
import { typeValue } from './types';

/** Names of which an element is set or deleted, with the places. */
function changedNames(nodes: NodesByType): ReadonlyMap<string, readonly SyntaxNode[]> {
  const changed = new Map<string, SyntaxNode[]>();
  const addRoot = (target: SyntaxNode | null) => {
    let inner = target;
    while (inner?.type === 'subscript') inner = inner.childForFieldName('value');
    if (inner?.type !== 'identifier' || inner.id === target?.id) return;
    changed.set(inner.text, [...(changed.get(inner.text) ?? []), inner]);
  };
  for (const node of [...nodes('assignment'), ...nodes('augmented_assignment')]) {
    addRoot(node.childForFieldName('left'));
  }
  for (const node of nodes('delete_statement')) {
    for (const target of codeChildren(node)) addRoot(target);
  }
  return changed;
}

const lookedFor = [
  'assignment',
  'attribute',
  'augmented_assignment',
  'call',
  'class_definition',
  'delete_statement',
  'global_statement',
  'import_from_statement',
  'import_statement',
  'return_statement',
];

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
export function createEvaluation(
  root: SyntaxNode,
  positions: TextPositions,
  path: string,
): Evaluation {
  const nodes = createNodesByType(root, lookedFor);
  const scopes: Scopes = createScopes(root, nodes);
  const answers = createAnswers();
  const { once } = answers;
  const circular = unknownValue('it refers to itself');
  const noReturns: ReadonlyMap<number, readonly SyntaxNode[]> = new Map();
  const noModules: ReadonlySet<string> = new Set();

  const evaluation: Evaluation = {
    root,
    scopes,
    nodes,
    returnsIn: (node) =>
      once('returns', noReturns, () => returnsByFunction(nodes, scopes)).get(node.id) ?? [],
    ownModule: ownModule(path),
    importedModules: () =>
      once(
        'imported modules',
        noModules,
        () =>
          new Set(
            [...nodes('import_statement'), ...nodes('import_from_statement')].flatMap(
              importedModules,
            ),
          ),
      ),
    wildcards: () =>
      once('wildcards', [] as readonly string[], () =>
        nodes('import_from_statement')
          .map(wildcardModule)
          .filter((module) => module !== null)
          .toReversed(),
      ),
    spanOf: (node) => positions.spanOf(node.startIndex, node.endIndex),
    spanBetween: (start, end) => positions.spanOf(start, end),
    value: (node) =>
      answers.value(`value ${node.id}`, circular, () => expressionValue(node, evaluation)),
    type: (node) => answers.value(`type ${node.id}`, null, () => typeValue(node, evaluation)),
    bound: (binding) =>
      answers.value(`bound ${binding.scope.id} ${binding.name}`, circular, () =>
        boundValue(binding, evaluation),
      ),
    function: (node) =>
      answers.value(`function ${node.id}`, circular, () => functionValue(node, evaluation)),
    parameters: (node) => once(`parameters ${node.id}`, [], () => parametersOf(node, evaluation)),
    returns: (node) =>
      answers.value(`returns ${node.id}`, circular, () => returnedValue(node, evaluation)),
    classFacts: (node) =>
      once(`class ${node.id}`, { kind: 'plain', members: new Map(), bases: [] }, () =>
        classFacts(node, evaluation),
      ),
    instanceMember: (node, name) =>
      answers.value(`instance ${node.id} ${name}`, circular, () =>
        instanceMember(node, name, evaluation),
      ),
    staticMember: (node, name) =>
      answers.value(`static ${node.id} ${name}`, circular, () =>
        staticMember(node, name, evaluation),
      ),
    isMutated(binding) {
      const changed = once('changed names', new Map<string, readonly SyntaxNode[]>(), () =>
        changedNames(nodes),
      );
      const places = changed.get(binding.name) ?? [];
      return places.some((node) => scopes.find(binding.name, node)?.scope.id === binding.scope.id);
    },
  };
  return evaluation;
}
