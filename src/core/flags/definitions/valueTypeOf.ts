import type { FlagValueType } from '../../model/flagDefinition';
import type { JsonValue } from '../../model/json';

/** The type of a flag's value; null for null and for arrays, which are no flag values. */
export function valueTypeOf(value: JsonValue): FlagValueType | null {
  switch (typeof value) {
    case 'boolean':
      return 'boolean';
    case 'string':
      return 'string';
    case 'number':
      return 'number';
    default:
      return value === null || Array.isArray(value) ? null : 'object';
  }
}
