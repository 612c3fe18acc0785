import type { FlagVariant } from '../../model/flagDefinition';
import type { JsonValue } from '../../model/json';

function nameOf(value: JsonValue, index: number): string {
  if (typeof value === 'string') return value;
  return typeof value === 'object' ? `value ${index + 1}` : String(value);
}

/**
 * Variants for formats that know values only: each is named as its value reads (`blue`, `true`, `12`), an object by its
 * number (`value 1`), a second one of the same name by its number, too. In the order of the values, one for each.
 */
export function valueVariants(
  values: readonly JsonValue[],
  given: readonly (string | undefined)[] = [],
): readonly FlagVariant[] {
  const seen = new Set<string>();
  return values.map((value, index) => {
    const wanted = given[index] ?? nameOf(value, index);
    const name = seen.has(wanted) ? `${wanted} (${index + 1})` : wanted;
    seen.add(name);
    return { name, value };
  });
}
