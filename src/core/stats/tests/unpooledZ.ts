/**
 * Statistic of the two-proportion z test with each group's own variance: treatment's share minus control's,
 * over its estimated standard error.
 *
 * Formula: (p₂ - p₁) / √(p₁(1 - p₁)/n₁ + p₂(1 - p₂)/n₂).
 * Range: whole successes <= trials. Where both shares are 0 or 1 there is no variance: ±Infinity if they
 * differ, NaN if they do not. NaN too where a group is empty.
 */
export function unpooledZ(
  controlSuccesses: number,
  controlTrials: number,
  treatmentSuccesses: number,
  treatmentTrials: number,
): number {
  const p1 = controlSuccesses / controlTrials;
  const p2 = treatmentSuccesses / treatmentTrials;
  return (p2 - p1) / Math.sqrt((p1 * (1 - p1)) / controlTrials + (p2 * (1 - p2)) / treatmentTrials);
}
