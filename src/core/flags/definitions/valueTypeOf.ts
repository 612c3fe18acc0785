import type { FlagValueType } from '../../model/flagDefinition';
import type { JsonValue } from '../../model/json';

/** The type all values have in common; null where they differ or there are none. */
export function valueTypeOf(values: readonly JsonValue[]): FlagValueType | null {
  const types = new Set(values.map((value) => typeof value));
  if (types.size !== 1 || values.includes(null)) return null;
  const [type] = types;
  return type === 'boolean' || type === 'string' || type === 'number' || type === 'object'
    ? type
    : null;
}
