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

  constructor(steps: number, keepsValues: boolean) {
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
    const before = step - 1;
    this.units[step] = step === 0 ? 0 : (this.units[before] as number);
    this.y[step] = step === 0 ? 0 : (this.y[before] as number);
    this.yy[step] = step === 0 ? 0 : (this.yy[before] as number);
    this.d[step] = step === 0 ? 0 : (this.d[before] as number);
    this.dd[step] = step === 0 ? 0 : (this.dd[before] as number);
    this.yd[step] = step === 0 ? 0 : (this.yd[before] as number);
    if (step > 0) return;
    this.assigned = 0;
    if (this.values !== null) this.values.count = 0;
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
  { centre, keepsValues }: { readonly centre: number; readonly keepsValues: boolean },
): LaunchData {
  return {
    centre,
    control: new ArmColumns(steps, keepsValues),
    treatment: new ArmColumns(steps, keepsValues),
  };
}
