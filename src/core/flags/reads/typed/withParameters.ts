import type { Span } from '../../../model/position';
import type { StaticMembers, StaticValue } from '../../../model/staticValue';

/** What the parameters of one function or constructor are, by index. */
export interface ParameterValues {
  readonly owner: Span;
  readonly values: readonly (StaticValue | undefined)[];
}

function isSame(first: Span, second: Span): boolean {
  return first.start.line === second.start.line && first.start.column === second.start.column;
}

function withMembers(members: StaticMembers, known: ParameterValues): StaticMembers {
  return Object.fromEntries(
    Object.entries(members).map(([name, { span, value }]) => [
      name,
      { span, value: withParameters(value, known) },
    ]),
  );
}

/** A value in which the parameters of one owner are replaced by what they were given. */
export function withParameters(value: StaticValue, known: ParameterValues): StaticValue {
  switch (value.kind) {
    case 'parameter':
      return isSame(value.owner, known.owner) ? (known.values[value.index] ?? value) : value;
    case 'named':
      return { ...value, value: withParameters(value.value, known) };
    case 'object':
      return { ...value, members: withMembers(value.members, known) };
    case 'function':
      return { ...value, returns: withParameters(value.returns, known) };
    case 'member':
    case 'call':
    case 'construct':
      return { ...value, of: withParameters(value.of, known) };
    case 'concat':
      return { ...value, parts: value.parts.map((part) => withParameters(part, known)) };
    case 'one-of':
      return { ...value, values: value.values.map((each) => withParameters(each, known)) };
    case 'class':
    case 'literal':
    case 'sdk':
    case 'import':
    case 'other':
    case 'unknown':
      return value;
  }
}
