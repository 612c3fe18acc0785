/** The later of two days, both as `2027-03-01`. */
export function laterDay(one: string, other: string): string {
  return one > other ? one : other;
}
