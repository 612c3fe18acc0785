import type { StaticValue } from '../../../model/staticValue';
import { unnamed } from '../staticValues';

/** Whether another file could use a value for a read: constants, clients, functions, and what leads to them. */
export function isWorthExporting(value: StaticValue): boolean {
  const inner = unnamed(value);
  switch (inner.kind) {
    case 'unknown':
    case 'other':
      return false;
    case 'literal':
      return typeof inner.value === 'string';
    case 'object':
      return Object.values(inner.members).some((member) => isWorthExporting(member.value));
    default:
      return true;
  }
}
