import type { Expression } from '../typed/expression';

/** A number as Java and Kotlin write it; hexadecimal and binary ones are none of interest. */
export function jvmNumber(text: string): Expression {
  const value = Number(text.replaceAll('_', '').replace(/[dflu]+$/i, ''));
  const isPlain = /^[\d._]+[dflu]*$/i.test(text) && Number.isFinite(value);
  return isPlain ? { kind: 'literal', value } : { kind: 'other' };
}
