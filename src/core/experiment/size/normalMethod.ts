import { normalQuantile } from '../../stats/distributions/normalQuantile';
import { normalUpperTail } from '../../stats/distributions/normalUpperTail';
import type { Comparison } from './comparison';
import { countsBothTails, criticalValue } from './criticalValue';
import type { SizeDefinition } from './sizeAnswer';
import type { SizeMethod } from './sizeMethod';
import { effectByPower, totalByPower } from './solveByPower';

/** A test whose statistic is normal: what it estimates, and how exactly. */
export interface NormalTest {
  readonly definition: (comparison: Pick<Comparison, 'sides' | 'hypothesis'>) => SizeDefinition;
  readonly margins: boolean;
  readonly paired?: true;
  /** Where a value of the metric lies on the scale that is tested: the value itself, its logarithm, ... */
  readonly scale: (value: number, comparison: Comparison) => number;
  /** Variance of the estimate times the total, at the comparison's baseline and target. */
  readonly variance: (comparison: Comparison) => number;
  /** The same as the test itself assumes it under its null hypothesis (treatment at `nullValue`); left out: no other. */
  readonly nullVariance?: (comparison: Comparison, nullValue: number) => number;
}

/** Distance from a boundary in standard errors at a total of 1: power = Φ(distance √N - z · nullRatio). */
interface Distance {
  readonly distance: number;
  readonly nullRatio: number;
}

function distanceFrom(test: NormalTest, comparison: Comparison, boundary: number, sign: 1 | -1) {
  const shift =
    sign * (test.scale(comparison.target, comparison) - test.scale(boundary, comparison));
  const deviation = Math.sqrt(test.variance(comparison));
  const nullRatio =
    test.nullVariance === undefined
      ? 1
      : Math.sqrt(test.nullVariance(comparison, boundary)) / deviation;
  return { distance: shift / deviation, nullRatio };
}

/** One boundary for superiority and non-inferiority, two for equivalence. */
function distances(test: NormalTest, comparison: Comparison): readonly Distance[] {
  const { baseline, margin, better, effect, hypothesis } = comparison;
  if (hypothesis === 'superiority') {
    return [distanceFrom(test, comparison, baseline, effect < 0 ? -1 : 1)];
  }
  const worse = distanceFrom(test, comparison, baseline - better * margin, better);
  if (hypothesis === 'non-inferiority') return [worse];
  const opposite = better === 1 ? -1 : 1;
  return [worse, distanceFrom(test, comparison, baseline + better * margin, opposite)];
}

function powerOf(comparison: Comparison, found: readonly Distance[], total: number): number {
  const z = criticalValue(comparison);
  const root = Math.sqrt(total);
  const [first, second] = found as readonly [Distance, Distance?];
  const missed = ({ distance, nullRatio }: Distance): number =>
    normalUpperTail(distance * root - z * nullRatio);
  if (second !== undefined) return Math.max(0, 1 - missed(first) - missed(second));
  const right = normalUpperTail(z * first.nullRatio - first.distance * root);
  if (!countsBothTails(comparison)) return right;
  return right + normalUpperTail(z * first.nullRatio + first.distance * root);
}

function totalOf(comparison: Comparison, found: readonly Distance[], power: number): number {
  const closed = Math.max(
    ...found.map(({ distance, nullRatio }) => {
      const z = (criticalValue(comparison) * nullRatio + normalQuantile(power)) / distance;
      return distance > 0 ? z * z : Infinity;
    }),
  );
  const isClosed = found.length === 1 && !countsBothTails(comparison);
  if (isClosed || closed === Infinity) return closed;
  return totalByPower(comparison, power, (_, total) => powerOf(comparison, found, total), closed);
}

/**
 * The questions of planning for a test whose statistic is normal.
 *
 * Formula: power = Φ((d √N - z σ₀) / σ₁) with d the distance of the truth from the null hypothesis, σ₁² and σ₀²
 * the variances of the estimate times N in truth and as the test assumes; equivalence: the two one-sided tests'
 * powers, less 1.
 * Source: Chow, Shao and Wang, Sample Size Calculations in Clinical Research, 2nd edition 2008, chapters 3 to 5.
 */
export function normalMethod(test: NormalTest): SizeMethod {
  const power = (comparison: Comparison, total: number): number =>
    powerOf(comparison, distances(test, comparison), total);
  return {
    definition: test.definition,
    margins: test.margins,
    ...(test.paired && { paired: true }),
    power,
    totalSampleSize: (comparison, wanted) =>
      totalOf(comparison, distances(test, comparison), wanted),
    minimumDetectableEffect: (comparison, total, wanted) =>
      effectByPower(comparison, total, wanted, power),
  };
}
