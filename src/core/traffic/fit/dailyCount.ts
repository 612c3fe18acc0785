/** How many new units came on a day. */
export interface DailyCount {
  /** `2027-03-01`. */
  readonly day: string;
  /** A whole number, 0 or more. */
  readonly count: number;
}
