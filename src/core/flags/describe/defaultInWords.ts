import type { ReadDefault } from '../../model/flagRead';
import { valueInWords } from './valueInWords';

/** A default as people call it: `on`, `"blue"`; another expression as it is written. */
export function defaultInWords(value: ReadDefault): string {
  return value.kind === 'literal' ? valueInWords(value.value) : value.text;
}
