/** Mean of the experiment over mean of the control; NaN where one of them is 0. Not empty. Source: Kayenta `EffectSizes.meanRatio`. */
export function meanRatio(experiment: Float64Array, control: Float64Array): number {
  const above = twoPassMean(experiment);
  const below = twoPassMean(control);
  return above === 0 || below === 0 ? NaN : above / below;
}

/** Mean with a second pass over what rounding left. Source: Apache Commons Math `StatUtils.mean`, which Kayenta uses. */
function twoPassMean(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  const first = sum / values.length;
  let rest = 0;
  for (const value of values) rest += value - first;
  return first + rest / values.length;
}
