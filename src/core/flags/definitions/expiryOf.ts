import type { FlagExpiry } from '../../model/flagDefinition';
import { dayOf } from '../../model/dayOf';

/** A day (`2027-03-01`) or a version (`19.7`, `v0.115.0`); null where a text is neither. */
export function expiryOf(text: string): FlagExpiry | null {
  const date = dayOf(text);
  if (date !== null) return { kind: 'date', date };
  const version = /^v?(\d+(?:\.\d+){0,3}(?:[-+][\w.-]+)?)$/.exec(text.trim())?.[1];
  // A number that looks like a day and is none is no version either.
  if (version === undefined || /^\d{4}-/.test(version)) return null;
  return { kind: 'version', version };
}
