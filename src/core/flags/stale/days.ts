import { epochDay } from '../../model/epochDay';

function dayNumber(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return epochDay(year, month, date);
}

/** Whole days from one day to another, both as `2027-03-01`; negative where the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** The later of two days. */
export function laterDay(one: string, other: string): string {
  return one > other ? one : other;
}
