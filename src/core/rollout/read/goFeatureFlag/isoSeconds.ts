import { epochDay } from '../../../model/epochDay';

/**
 * Seconds since 1970 of a date and time as ISO 8601 writes it (`2024-01-05T05:00:00.1Z`, `2024-01-05`); without a zone UTC;
 * null for anything else.
 */
export function isoSeconds(text: string): number | null {
  const shape =
    /^(\d{4})-(\d\d)-(\d\d)(?:[Tt ](\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?\s*(Z|z|[-+]\d\d:?\d\d)?)?$/;
  const match = shape.exec(text.trim());
  if (match === null) return null;
  const [year = 0, month = 0, day = 0, hour, minute, second] = match
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  const days = epochDay(year, month, day);
  return (
    days * 86_400 + (hour ?? 0) * 3600 + (minute ?? 0) * 60 + (second ?? 0) - zoneSeconds(match[7])
  );
}

function zoneSeconds(zone: string | undefined): number {
  const match = /^([-+])(\d\d):?(\d\d)$/.exec(zone ?? 'Z');
  if (match === null) return 0;
  const seconds = Number(match[2]) * 3600 + Number(match[3]) * 60;
  return match[1] === '-' ? -seconds : seconds;
}
