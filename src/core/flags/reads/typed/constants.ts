import type {
  StaticArgument,
  StaticMember,
  StaticMembers,
  StaticParameter,
  StaticValue,
} from '../../../model/staticValue';
import { otherValue } from '../staticValues';
import type { ConstantDeclaration, TypeDeclaration } from './declaration';
import { staticParameters } from './staticParameters';
import type { TypedEvaluation } from './typedEvaluation';
import { withParameters, type ParameterValues } from './withParameters';

function valuesOf(
  parameters: readonly StaticParameter[],
  given: readonly StaticArgument[],
): readonly (StaticValue | undefined)[] {
  return parameters.map(({ name, default: fallback }, index) => {
    const named = given.find((argument) => argument.name === name);
    const positional = given[index];
    const argument = named ?? (positional?.name === undefined ? positional : undefined);
    return argument?.value ?? fallback;
  });
}

/** Ways to ask a constant for its own name. */
function nameMembers(constant: ConstantDeclaration, evaluation: TypedEvaluation): StaticMembers {
  const span = evaluation.spanOf(constant.nameNode);
  const text: StaticValue = { kind: 'literal', value: constant.name, span: null };
  const getter: StaticMember = {
    span,
    value: { kind: 'function', returns: text, hasOneResult: true },
  };
  return evaluation.grammar.ecosystem === 'jvm'
    ? {
        name: evaluation.grammar.constructsByCall ? { span, value: text } : getter,
        toString: getter,
      }
    : { ToString: getter };
}

/** A constant of an enum: the members of its type, with what its constructor was given. */
export function constantValue(
  constant: ConstantDeclaration,
  type: TypeDeclaration,
  evaluation: TypedEvaluation,
): StaticValue {
  const given = evaluation.given(constant.arguments);
  const own: TypeDeclaration = {
    ...type,
    members: [
      ...type.members.filter(({ name }) => !constant.members.some((each) => each.name === name)),
      ...constant.members,
    ],
  };
  const values: ParameterValues | null = type.nameNode && {
    owner: evaluation.spanOf(type.nameNode),
    values: valuesOf(staticParameters(type.parameters, evaluation), given),
  };
  const members: Record<string, StaticMember> = { ...nameMembers(constant, evaluation) };
  for (const [name, { span, value }] of Object.entries(evaluation.instance(own))) {
    members[name] = { span, value: values ? withParameters(value, values) : otherValue };
  }
  return { kind: 'object', members, form: 'open', enumMember: constant.name };
}
