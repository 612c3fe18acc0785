import type { StaticParameter } from '../../../model/staticValue';
import type { ParameterDeclaration } from './declaration';
import { plainType } from './plainType';
import type { TypedEvaluation } from './typedEvaluation';

/** Parameters as a caller sees them. */
export function staticParameters(
  parameters: readonly ParameterDeclaration[],
  evaluation: TypedEvaluation,
): readonly StaticParameter[] {
  return parameters.map(({ name, default: fallback, type }) => {
    const plain = plainType(type);
    return {
      name,
      ...(fallback && { default: evaluation.value(fallback) }),
      ...(plain && { type: plain }),
    };
  });
}
