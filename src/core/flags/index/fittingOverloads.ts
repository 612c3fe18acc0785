import type { ReadCandidate } from '../../model/sourceFacts';
import type { StaticValue } from '../../model/staticValue';
import type { Target } from './linkedFile';

type DeclaredTarget = Target & { readonly kind: 'declared' };

function isDeclared(target: Target): target is DeclaredTarget {
  return target.kind === 'declared';
}

/** Whether an argument is a truth value or a number; null where that is not known. */
function isPlain(value: StaticValue): boolean | null {
  switch (value.kind) {
    case 'named':
      return isPlain(value.value);
    case 'literal':
      return typeof value.value === 'boolean' || typeof value.value === 'number';
    case 'parameter':
      return value.type === undefined ? null : value.type.kind === 'other';
    case 'construct':
    case 'object':
      return false;
    default:
      return null;
  }
}

/** Whether a call may mean this overload: a truth value is given for one, and nothing else is. */
function fits({ value }: DeclaredTarget, given: readonly (boolean | null)[]): boolean {
  const parameters = value?.parameters ?? [];
  return given.every((plain, index) => {
    const parameter = parameters[index];
    return !parameter || plain === null || (parameter.type?.kind === 'other') === plain;
  });
}

/** Of overloads those that fit what a call gives; all where none does. */
export function fittingOverloads(
  targets: readonly Target[],
  candidate: ReadCandidate,
): readonly Target[] {
  const [first, ...others] = targets;
  if (!first || others.length === 0 || candidate.kind !== 'call') return targets;
  const isOverloaded = targets.every(
    (target) =>
      isDeclared(target) &&
      isDeclared(first) &&
      target.name === first.name &&
      target.file === first.file,
  );
  if (!isOverloaded) return targets;
  const given = candidate.arguments.map(({ value }) => isPlain(value));
  const fitting = targets.filter((target) => isDeclared(target) && fits(target, given));
  return fitting.length > 0 ? fitting : targets;
}
