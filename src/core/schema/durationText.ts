import * as z from './zod';

/** A duration as text, as Go and Prometheus write it: `10m`, `1h30m`, `90s`, `2d`. */
export function durationText() {
  return z.string().check(z.regex(/^(\d+(\.\d+)?(ms|s|m|h|d|w))+$/), z.maxLength(30));
}
