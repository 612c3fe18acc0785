import type { StaticMembers, StaticValue } from '../../model/staticValue';

const known = new WeakMap<StaticValue, boolean>();

function anyMember(members: StaticMembers): boolean {
  return Object.values(members).some(({ value }) => mentionsParameter(value));
}

function look(value: StaticValue): boolean {
  switch (value.kind) {
    case 'parameter':
      return true;
    case 'named':
      return mentionsParameter(value.value);
    case 'object':
      return anyMember(value.members);
    case 'function':
      return mentionsParameter(value.returns);
    case 'class':
      return anyMember(value.instance) || (value.bases ?? []).some(mentionsParameter);
    case 'member':
      return mentionsParameter(value.of);
    case 'call':
    case 'construct':
      return (
        mentionsParameter(value.of) ||
        (value.arguments ?? []).some((argument) => mentionsParameter(argument.value))
      );
    case 'concat':
      return value.parts.some(mentionsParameter);
    case 'one-of':
      return value.values.some(mentionsParameter);
    case 'literal':
    case 'sdk':
    case 'import':
    case 'other':
    case 'unknown':
      return false;
  }
}

/** Whether a value depends on what a function or a constructor is called with. */
export function mentionsParameter(value: StaticValue): boolean {
  const remembered = known.get(value);
  if (remembered !== undefined) return remembered;
  // A value inside itself adds nothing.
  known.set(value, false);
  const found = look(value);
  known.set(value, found);
  return found;
}
