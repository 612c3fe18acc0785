import type { StaticValue } from '../../model/staticValue';
import { unnamed } from './staticValues';

/** `keyof Type`: the names of the members of a type's values, as the texts of a type; null where it has none. */
export function namesOfMembers(type: StaticValue): StaticValue | null {
  const inner = unnamed(type);
  switch (inner.kind) {
    case 'object': {
      const values = Object.entries(inner.members).map(([name, { span }]): StaticValue => ({
        kind: 'literal',
        value: name,
        span,
        isType: true,
      }));
      return values.length > 0 ? { kind: 'one-of', values } : null;
    }
    case 'import':
    case 'member':
    case 'call':
    case 'construct':
      return { kind: 'member', of: inner, name: '*' };
    default:
      return null;
  }
}
