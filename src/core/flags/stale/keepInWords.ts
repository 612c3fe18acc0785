import type { KeptValue } from '../../model/flagVerdict';
import { valueInWords } from '../describe/valueInWords';

/** “keep `on`”, or that somebody has to say what is kept. */
export function keepInWords(keep: KeptValue): string {
  if (keep.kind === 'ask') return `what to keep has to be decided: ${keep.reason}`;
  const value = valueInWords(keep.value);
  const isNamed =
    keep.variant !== null && typeof keep.value !== 'boolean' && keep.variant !== keep.value;
  return isNamed ? `keep \`${keep.variant}\` (${value})` : `keep \`${value}\``;
}
