import type { StaticValue } from '../../../model/staticValue';
import type { TypeDeclaration, VariableDeclaration } from './declaration';
import type { TypedEvaluation } from './typedEvaluation';

/** Values that a type's own code assigns to one of its fields. */
export function assignedValues(
  field: VariableDeclaration,
  type: TypeDeclaration,
  evaluation: TypedEvaluation,
): readonly StaticValue[] {
  return evaluation
    .assignments(type)
    .filter(({ name, isOfThis, nameNode }) => {
      if (name !== field.name) return false;
      if (isOfThis) return true;
      const found = evaluation.find(name, nameNode)?.declarations[0];
      return found?.nameNode?.id === field.nameNode.id;
    })
    .map(({ value }) => evaluation.value(value));
}
