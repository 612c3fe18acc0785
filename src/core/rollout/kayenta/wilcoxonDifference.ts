/**
 * The standardised rank sum of `experiment` once it is shifted down by `shift`, with continuity correction and corrected
 * for ties: what its root in `shift` is sought of. NaN where all values are tied.
 *
 * Formula: (d - ½ sign d) / σ with d = W - n (n + 1) / 2 - n m / 2 and
 * σ² = n m / 12 · ((n + m + 1) - Σ (t³ - t) / ((n + m) (n + m - 1))).
 * Shape: both samples sorted upwards. Falls in `shift`, in steps.
 * Source: R, wilcox.test with conf.int; Kayenta `MannWhitney.wilcoxonDiff`.
 */
export function wilcoxonDifference(
  shift: number,
  experiment: Float64Array,
  control: Float64Array,
): number {
  const n = experiment.length;
  const m = control.length;
  let rankSum = 0;
  let tieSum = 0;
  let i = 0;
  let j = 0;
  while (i < n || j < m) {
    const x = i < n ? (experiment[i] as number) - shift : Infinity;
    const y = j < m ? (control[j] as number) : Infinity;
    const value = x < y ? x : y;
    const before = i + j;
    const firstOfExperiment = i;
    while (i < n && (experiment[i] as number) - shift === value) i += 1;
    while (j < m && control[j] === value) j += 1;
    const ties = i + j - before;
    rankSum += (i - firstOfExperiment) * (before + (ties + 1) / 2);
    if (ties > 1) tieSum += ties * ties * ties - ties;
    // Only infinite values of the data themselves stop here.
    if (ties === 0) return NaN;
  }
  const total = n + m;
  const d = rankSum - (n * (n + 1)) / 2 - (n * m) / 2;
  const variance = ((n * m) / 12) * (total + 1 - tieSum / (total * (total - 1)));
  return (d - 0.5 * Math.sign(d)) / Math.sqrt(variance);
}
