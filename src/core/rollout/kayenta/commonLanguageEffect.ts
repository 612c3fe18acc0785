/**
 * Common language effect size: the share of pairs in which the experiment is higher, ties by half.
 *
 * Shape: both samples sorted upwards, not empty; the result is 0 to 1.
 * Source: Vargha and Delaney, Journal of Educational and Behavioral Statistics 25(2), 2000; Kayenta `EffectSizes.cles`.
 */
export function commonLanguageEffect(experiment: Float64Array, control: Float64Array): number {
  let below = 0;
  let upTo = 0;
  let twice = 0;
  for (const value of experiment) {
    while (below < control.length && (control[below] as number) < value) below += 1;
    while (upTo < control.length && (control[upTo] as number) <= value) upTo += 1;
    twice += below + upTo;
  }
  return twice / (2 * experiment.length * control.length);
}
