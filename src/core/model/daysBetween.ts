import { epochDay } from './epochDay';

function dayNumber(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return epochDay(year, month, date);
}

/** Whole days from one day to another, both as `2027-03-01`; negative where the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}
