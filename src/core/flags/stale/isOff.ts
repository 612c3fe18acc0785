import type { KeptValue } from '../../model/flagVerdict';

/** Names that teams give to the variant in which nothing happens. */
const offNames = /^(off|none|no|false|disabled?|inactive|control)$/i;

/** Whether a value means that the flag is off: by what it is, or by how its variant is called. */
export function isOff(keep: KeptValue & { readonly kind: 'value' }): boolean {
  const { value, variant } = keep;
  if (value === false || value === null || value === 0 || value === '') return true;
  if (typeof value === 'string' && offNames.test(value)) return true;
  // A switch that is called off and is true says it the other way round.
  return value !== true && variant !== null && offNames.test(variant);
}
