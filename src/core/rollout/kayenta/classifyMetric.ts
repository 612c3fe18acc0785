import { commonLanguageEffect } from './commonLanguageEffect';
import type { KayentaClassification, KayentaLabel, KayentaMetric } from './kayentaMetric';
import { meanRatio } from './meanRatio';
import { shiftInterval } from './shiftInterval';

/** What the judge is built with; a canary config cannot change it. */
export interface KayentaTest {
  /** Share of the estimated shift that the interval has to keep away from 0. */
  readonly tolerance: number;
  readonly confidenceLevel: number;
}

/** Source: Kayenta `NetflixACAJudge.classifyMetric`. */
export const netflixTest: KayentaTest = { tolerance: 0.25, confidenceLevel: 0.98 };

/** Two samples as `prepareValues` gives them: sorted upwards. */
export interface KayentaSamples {
  readonly experiment: Float64Array;
  readonly control: Float64Array;
}

/**
 * Judges one metric as Kayenta's `MannWhitneyClassifier` does: High or Low where the 98 % interval of the shift keeps
 * 25 % of the estimate away from 0 and the effect is at least as large as allowed.
 *
 * `standardNormal` draws the noise that is added where each side is constant and the two differ; it decides nothing but
 * the last digits of the interval.
 * Source: spinnaker/kayenta at a69573be.
 */
export function classifyMetric(
  { experiment, control }: KayentaSamples,
  metric: KayentaMetric,
  {
    test = netflixTest,
    standardNormal,
  }: { readonly test?: KayentaTest; readonly standardNormal: () => number },
): KayentaClassification {
  if (experiment.length === 0 || control.length === 0) return withoutData(metric);
  if (isSame(experiment, control)) return pass;
  const isConstant = experiment[0] === experiment.at(-1) && control[0] === control.at(-1);
  const samples = isConstant
    ? { experiment: noisy(experiment, standardNormal), control: noisy(control, standardNormal) }
    : { experiment, control };
  return compare(samples, metric, test);
}

const pass: KayentaClassification = { label: 'Pass', critical: false, deviation: 1 };

/** Source: Kayenta `classify`: a missing side is no data, or passes where missing values count as 0. */
function withoutData({
  nanStrategy,
  mustHaveData,
  critical,
}: KayentaMetric): KayentaClassification {
  if (nanStrategy === 'replace') return pass;
  if (mustHaveData && !critical) return { ...pass, label: 'NodataFailMetric' };
  return { label: 'Nodata', critical, deviation: 1 };
}

/** The same values; with it one distinct value over both sides, as both have at least one. */
function isSame(one: Float64Array, other: Float64Array): boolean {
  if (one[0] === one.at(-1) && other[0] === other.at(-1) && one[0] === other[0]) return true;
  return one.length === other.length && one.every((value, i) => value === other[i]);
}

function noisy(values: Float64Array, standardNormal: () => number): Float64Array {
  const deviation = (values[0] as number) * 1e-5;
  return values.map((value) => value + deviation * standardNormal()).sort();
}

function compare(
  { experiment, control }: KayentaSamples,
  { direction, effectSize, critical }: KayentaMetric,
  { tolerance, confidenceLevel }: KayentaTest,
): KayentaClassification {
  const interval = shiftInterval(experiment, control, confidenceLevel);
  if (interval === null) return { label: 'Error', critical: false, deviation: NaN };
  const deviation = meanRatio(experiment, control);
  const effect =
    effectSize.measure === 'cles' ? commonLanguageEffect(experiment, control) : deviation;
  const reaches = (limit: number) => Number.isNaN(effect) || effect >= limit;
  const fallsTo = (limit: number) => Number.isNaN(effect) || effect <= limit;
  const bound = tolerance * Math.abs(interval.estimate);
  const isHigh =
    direction !== 'decrease' && interval.low > bound && reaches(effectSize.allowedIncrease);
  const isLow =
    direction !== 'increase' && interval.high < -bound && fallsTo(effectSize.allowedDecrease);
  const label = labelOf(isHigh, isLow);
  const isCritical =
    (label === 'High' && reaches(effectSize.criticalIncrease)) ||
    (label === 'Low' && fallsTo(effectSize.criticalDecrease));
  return { label, critical: critical && isCritical, deviation };
}

function labelOf(isHigh: boolean, isLow: boolean): KayentaLabel {
  if (isHigh) return 'High';
  return isLow ? 'Low' : 'Pass';
}
