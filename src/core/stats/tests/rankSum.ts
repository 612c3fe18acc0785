/** What a rank test needs of two samples. */
export interface RankSum {
  /** Pairs in which treatment's value is above control's; equal ones count half. */
  readonly u: number;
  readonly controlUnits: number;
  readonly treatmentUnits: number;
  /** Σ (t³ - t) over groups of t equal values. */
  readonly ties: number;
}

/** Counts pairs and ties of two sorted samples by one walk through both. Exact up to 2^53 pairs. */
export function rankSum(control: Float64Array, treatment: Float64Array): RankSum {
  let u = 0;
  let ties = 0;
  let i = 0;
  let j = 0;
  while (i < control.length || j < treatment.length) {
    const a = i < control.length ? (control[i] as number) : Infinity;
    const b = j < treatment.length ? (treatment[j] as number) : Infinity;
    const value = Math.min(a, b);
    const [i0, j0] = [i, j];
    while (i < control.length && control[i] === value) i += 1;
    while (j < treatment.length && treatment[j] === value) j += 1;
    u += (j - j0) * (i0 + 0.5 * (i - i0));
    const equal = i - i0 + j - j0;
    ties += equal * (equal - 1) * (equal + 1);
  }
  return { u, ties, controlUnits: control.length, treatmentUnits: treatment.length };
}
