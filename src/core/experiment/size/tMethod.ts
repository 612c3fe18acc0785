import { noncentralTCdf } from '../../stats/distributions/noncentralTCdf';
import { noncentralTUpperTail } from '../../stats/distributions/noncentralTUpperTail';
import { normalQuantile } from '../../stats/distributions/normalQuantile';
import { tQuantile } from '../../stats/distributions/tQuantile';
import type { Comparison } from './comparison';
import { countsBothTails, criticalValue, tailLevel } from './criticalValue';
import { equivalenceTPower } from './equivalenceTPower';
import type { SizeDefinition } from './sizeAnswer';
import type { SizeMethod } from './sizeMethod';
import { effectByPower, totalByPower } from './solveByPower';

/** What a t test knows at a total: its standard error and degrees of freedom. */
export interface TPrecision {
  readonly standardError: number;
  readonly df: number;
}

export interface TTest {
  readonly definition: (comparison: Pick<Comparison, 'sides' | 'hypothesis'>) => SizeDefinition;
  readonly paired?: true;
  /** `total` need not be whole. */
  readonly precision: (comparison: Comparison, total: number) => TPrecision;
}

/** How far the truth is from what is to be refuted, in the metric's unit. */
function distanceOf({ effect, hypothesis, better, margin }: Comparison): number {
  return hypothesis === 'superiority' ? Math.abs(effect) : better * effect + margin;
}

function powerOf(test: TTest, comparison: Comparison, total: number): number {
  const { standardError, df } = test.precision(comparison, total);
  if (!(df > 0)) return 0;
  const critical = -tQuantile(tailLevel(comparison), df);
  if (comparison.hypothesis === 'equivalence') {
    const { effect, margin } = comparison;
    return equivalenceTPower({ effect, margin, standardError, df, critical });
  }
  const ncp = distanceOf(comparison) / standardError;
  const right = noncentralTUpperTail(critical, df, ncp);
  return countsBothTails(comparison) ? right + noncentralTCdf(-critical, df, ncp) : right;
}

/** What the normal approximation says: where the search begins. */
function guessOf(test: TTest, comparison: Comparison, wanted: number): number {
  const far = 1e12;
  const { standardError } = test.precision(comparison, far);
  const distance =
    comparison.hypothesis === 'equivalence'
      ? comparison.margin - Math.abs(comparison.effect)
      : distanceOf(comparison);
  const z = (criticalValue(comparison) + normalQuantile(wanted)) / distance;
  return distance > 0 ? z * standardError * z * standardError * far : Infinity;
}

/**
 * The questions of planning for a t test, by the noncentral t distribution: exact for normal data (for Welch's test
 * but for its degrees of freedom), and never too small as the normal approximation is.
 *
 * Source: Chow, Shao and Wang, Sample Size Calculations in Clinical Research, 2nd edition 2008, section 3.2.
 */
export function tMethod(test: TTest): SizeMethod {
  const power = (comparison: Comparison, total: number): number => powerOf(test, comparison, total);
  return {
    definition: test.definition,
    margins: true,
    ...(test.paired && { paired: true }),
    power,
    totalSampleSize: (comparison, wanted) => {
      const guess = guessOf(test, comparison, wanted);
      return guess === Infinity ? guess : totalByPower(comparison, wanted, power, guess);
    },
    minimumDetectableEffect: (comparison, total, wanted) =>
      effectByPower(comparison, total, wanted, power),
  };
}
