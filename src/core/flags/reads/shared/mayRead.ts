import type { StaticValue } from '../../../model/staticValue';
import { shapeAt } from '../sdkShapes';
import { unnamed } from '../staticValues';

/** Whether linking could still find that the use of a value reads flags. */
export function mayRead(value: StaticValue): boolean {
  const inner = unnamed(value);
  switch (inner.kind) {
    case 'sdk': {
      const shape = shapeAt(inner.shape);
      return Boolean(shape.read ?? shape.element ?? shape.flags);
    }
    case 'import':
    case 'member':
    case 'call':
    case 'construct':
    case 'parameter':
      return true;
    case 'function':
      return inner.name !== undefined;
    case 'one-of':
      return inner.values.some(mayRead);
    default:
      return false;
  }
}
