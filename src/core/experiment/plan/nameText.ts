import * as z from '../../schema/zod';

/** A name: not empty, not a page long. */
export function nameText() {
  return z.string().check(z.regex(/\S/), z.maxLength(200));
}
