const daysInMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/**
 * The day a text names: `2027-03-01`, alone or before a time of day, gives `2027-03-01`; null for anything else, and for a
 * day that does not exist. The time of day and its zone do not count: definitions say days, not moments.
 */
export function dayOf(text: string): string | null {
  const [day, yearText, monthText, dayText] =
    /^(\d{4})-(\d{2})-(\d{2})(?=$|[T ])/.exec(text.trim()) ?? [];
  if (day === undefined) return null;
  const year = Number(yearText);
  const month = Number(monthText);
  const extra = month === 2 && isLeapYear(year) ? 1 : 0;
  const last = (daysInMonth[month - 1] ?? 0) + extra;
  const number = Number(dayText);
  return number >= 1 && number <= last ? day : null;
}
