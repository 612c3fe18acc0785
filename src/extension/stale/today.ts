const dayMs = 86_400_000;

/** Today, where the person is, or a day so many days later: `2027-03-01`. */
export function today(daysAhead = 0): string {
  const now = new Date(Date.now() + daysAhead * dayMs);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
