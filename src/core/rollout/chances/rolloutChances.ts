/** What a closed form says of a launch. */
export interface RolloutChances {
  readonly rollback: number;
  readonly promotion: number;
  /** Of hanging in a pause nobody planned. */
  readonly waiting: number;
  /** Chances of being rolled back at these moments, in seconds from the start, upwards; they add up to `rollback`. */
  readonly rollbackAt: readonly { readonly seconds: number; readonly chance: number }[];
  /** The formula, in words. */
  readonly formula: string;
}
