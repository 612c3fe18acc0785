import type { Comparison } from './comparison';
import type { SizeMethod } from './sizeMethod';

/**
 * A test's answers in units of the experiment: its totals times the comparison's inflation, its effects and margins
 * as they truly are, before labels and dilution.
 */
export function stretchedMethod(method: SizeMethod): SizeMethod {
  return {
    ...method,
    totalSampleSize: (comparison, power) =>
      method.totalSampleSize(comparison, power) * comparison.inflation,
    power: (comparison, total) => method.power(comparison, total / comparison.inflation),
    minimumDetectableEffect: (comparison, total, power) =>
      trueEffect(
        comparison,
        method.minimumDetectableEffect(comparison, total / comparison.inflation, power),
      ),
  };
}

function trueEffect({ attenuation }: Comparison, seen: number | null): number | null {
  return seen === null ? null : seen / attenuation;
}
