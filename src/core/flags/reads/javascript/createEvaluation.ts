import type { StaticValue } from '../../../model/staticValue';
import { descendants } from '../../../syntax/syntaxNodes';
import type { SyntaxNode } from '../../../syntax/syntaxTree';
import type { TextPositions } from '../../../syntax/textPositions';
import { createAnswers } from '../shared/answers';
import { unknownValue } from '../staticValues';
import { createAssignments } from './assignments';
import { boundValue, givenProperties, parameterValue } from './bindings';
import { argumentsOf } from './calls';
import { classMembers, type ClassMembers } from './classes';
import type { Evaluation } from './evaluation';
import { expressionValue } from './expressions';
import { importedSdks } from './imports';
import { returnedValue } from './returns';
import { createScopes } from './scopes';
import { typeValue } from './types';

/**
 * Components that are handed an SDK's properties under their name: `withLDConsumer()(Page)`,
 * by the id of the component's declaration.
 */
function findComponents(evaluation: Evaluation): ReadonlyMap<number, StaticValue> {
  const found = new Map<number, StaticValue>();
  for (const call of descendants(evaluation.root, 'call_expression')) {
    const callee = call.childForFieldName('function');
    const component = argumentsOf(call)[0];
    if (callee?.type !== 'call_expression' || component?.type !== 'identifier') continue;
    const binding = evaluation.scopes.value(component.text, component);
    const properties = binding ? givenProperties(callee, evaluation) : null;
    if (!binding || !properties) continue;
    if (binding.kind === 'function' || binding.kind === 'class') {
      found.set(binding.node.id, properties);
    }
    const value =
      binding.kind === 'variable' ? binding.declarator.childForFieldName('value') : null;
    if (value) found.set(value.id, properties);
  }
  return found;
}

/** Opens a file's tree for questions. Nothing is computed before it is asked for. */
export function createEvaluation(
  root: SyntaxNode,
  positions: TextPositions,
  readers: ReadonlySet<string>,
): Evaluation {
  const scopes = createScopes(root);
  const assignments = createAssignments(root, scopes);
  const classes = new Map<number, ClassMembers>();
  let components: ReadonlyMap<number, StaticValue> | null = null;
  const answers = createAnswers();
  const { once } = answers;

  const circular = unknownValue('it refers to itself');

  function membersOf(classNode: SyntaxNode): ClassMembers {
    const known = classes.get(classNode.id) ?? classMembers(classNode, evaluation);
    classes.set(classNode.id, known);
    return known;
  }

  function componentOf(owner: SyntaxNode): StaticValue | undefined {
    components ??= findComponents(evaluation);
    return components.get(owner.id);
  }

  const evaluation: Evaluation = {
    root,
    scopes,
    readers,
    importedSdks: () => once('imported SDKs', new Set<string>(), () => importedSdks(root)),
    spanOf: (node) => positions.spanOf(node.startIndex, node.endIndex),
    // A text that ends where it begins has one quote.
    innerSpanOf: ({ startIndex, endIndex }) =>
      positions.spanOf(startIndex + 1, Math.max(startIndex + 1, endIndex - 1)),
    value: (node) =>
      answers.value(`value ${node.id}`, circular, () => expressionValue(node, evaluation)),
    type: (node) => answers.value(`type ${node.id}`, null, () => typeValue(node, evaluation)),
    bound: (binding) =>
      answers.value(`bound ${binding.nameNode.id}`, circular, () =>
        boundValue(binding, evaluation),
      ),
    returns: (node) =>
      answers.value(`returns ${node.id}`, circular, () => returnedValue(node, evaluation)),
    parameter: (owner, index, parameter) =>
      answers.value(`parameter ${parameter.id}`, circular, () => {
        const handed = index === 0 ? componentOf(owner) : undefined;
        return handed ?? parameterValue(owner, index, parameter, evaluation);
      }),
    instance: (node) => once(`instance ${node.id}`, {}, () => membersOf(node).instance()),
    statics: (node) => once(`statics ${node.id}`, {}, () => membersOf(node).statics()),
    instanceMember: (node, name) =>
      answers.value(`member ${node.id} ${name}`, circular, () => {
        const handed = name === 'props' ? componentOf(node) : undefined;
        return handed ?? membersOf(node).instanceMember(name);
      }),
    assignmentsTo: (binding) => assignments.to(binding),
    isMutated: (binding) => assignments.mutates(binding),
  };
  return evaluation;
}
