/**
 * Running sums of one variant by step: units, and of the metric `y` (less `centre`, so that squares lose no digits) and of
 * its denominator `d` the sums, squares and products.
 */
export class ArmColumns {
  readonly units: Float64Array;
  readonly y: Float64Array;
  readonly yy: Float64Array;
  readonly d: Float64Array;
  readonly dd: Float64Array;
  readonly yd: Float64Array;
  /** Units assigned so far, recorded or not. */
  assigned = 0;
  /** Values of the units so far, where a rule asks for them. */
  readonly values: LaunchValues | null;

  readonly #hasDenominator: boolean;

  constructor(
    steps: number,
    {
      keepsValues,
      hasDenominator,
    }: { readonly keepsValues: boolean; readonly hasDenominator: boolean },
  ) {
    this.#hasDenominator = hasDenominator;
    this.units = new Float64Array(steps);
    this.y = new Float64Array(steps);
    this.yy = new Float64Array(steps);
    this.d = new Float64Array(steps);
    this.dd = new Float64Array(steps);
    this.yd = new Float64Array(steps);
    this.values = keepsValues ? new LaunchValues() : null;
  }

  /** Starts a step from the sums of the one before. */
  carry(step: number): void {
    if (step === 0) {
      this.#begin();
      return;
    }
    const before = step - 1;
    this.units[step] = this.units[before] as number;
    this.y[step] = this.y[before] as number;
    this.yy[step] = this.yy[before] as number;
    if (!this.#hasDenominator) return;
    this.d[step] = this.d[before] as number;
    this.dd[step] = this.dd[before] as number;
    this.yd[step] = this.yd[before] as number;
  }

  #begin(): void {
    this.assigned = 0;
    if (this.values !== null) this.values.count = 0;
    this.units[0] = 0;
    this.y[0] = 0;
    this.yy[0] = 0;
    this.d[0] = 0;
    this.dd[0] = 0;
    this.yd[0] = 0;
  }
}

/** Values in the order in which units came: those up to a step are the first ones. */
export class LaunchValues {
  all = new Float64Array(1024);
  count = 0;

  add(value: number): void {
    if (this.count === this.all.length) {
      const larger = new Float64Array(2 * this.count);
      larger.set(this.all);
      this.all = larger;
    }
    this.all[this.count] = value;
    this.count += 1;
  }
}

/** One launch: the running sums of control and treatment of the comparison that is simulated. */
export interface LaunchData {
  readonly control: ArmColumns;
  readonly treatment: ArmColumns;
  /** What was taken off each value of the metric. */
  readonly centre: number;
}

/** Room for a launch, to be filled again and again. */
export function launchData(
  steps: number,
  {
    centre,
    keepsValues,
    hasDenominator = true,
  }: {
    readonly centre: number;
    readonly keepsValues: boolean;
    /** Left out: it has. Without, nothing is carried for one. */
    readonly hasDenominator?: boolean;
  },
): LaunchData {
  return {
    centre,
    control: new ArmColumns(steps, { keepsValues, hasDenominator }),
    treatment: new ArmColumns(steps, { keepsValues, hasDenominator }),
  };
}
