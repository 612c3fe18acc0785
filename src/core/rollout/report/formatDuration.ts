import { formatDecimal } from '../../report/formatNumber';

/** A time in words: `90 seconds`, `5 minutes`, `3 hours`, `2 days`. */
export function formatDuration(seconds: number): string {
  const of = (amount: number, unit: string) =>
    `${formatDecimal(amount, 3)} ${unit}${Number(amount.toPrecision(3)) === 1 ? '' : 's'}`;
  if (seconds < 120) return of(seconds, 'second');
  if (seconds < 7200) return of(seconds / 60, 'minute');
  return seconds < 172_800 ? of(seconds / 3600, 'hour') : of(seconds / 86_400, 'day');
}
