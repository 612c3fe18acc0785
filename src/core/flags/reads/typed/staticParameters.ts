import type { StaticParameter } from '../../../model/staticValue';
import type { ParameterDeclaration } from './declaration';
import type { TypedEvaluation } from './typedEvaluation';

/** Parameters as a caller sees them. */
export function staticParameters(
  parameters: readonly ParameterDeclaration[],
  evaluation: TypedEvaluation,
): readonly StaticParameter[] {
  return parameters.map(({ name, default: fallback }) =>
    fallback ? { name, default: evaluation.value(fallback) } : { name },
  );
}
