import { normalQuantile } from '../../../stats/distributions/normalQuantile';
import { mannWhitneyTest } from '../../../stats/tests/mannWhitneyTest';
import { rankSum } from '../../../stats/tests/rankSum';
import type { WeightedValues } from '../data/quantileSketch';
import type { AnalysisMethod } from './analysisMethod';
import type { Evidence } from './evidence';
import { waldEvidence } from './waldEvidence';
import { weightedRankSum } from './weightedRankSum';

const none: WeightedValues & { readonly rankError: number } = {
  values: new Float64Array(0),
  weights: new Float64Array(0),
  rankError: 0,
};

/** Mann-Whitney test; the estimate is the chance that a unit of treatment is above one of control, ties counting half. */
export const mannWhitney: AnalysisMethod = {
  name: 'Mann-Whitney test (Wilcoxon rank sum)',
  source: 'R, wilcox.test; interval: DeLong, Biometrics 44, 1988',
  needs: { values: true, spread: true },
  adjusts: false,
  evidence: ({ control, treatment }): Evidence => {
    const c = control.values?.read() ?? none;
    const t = treatment.values?.read() ?? none;
    const isSketched = c.rankError > 0 || t.rankError > 0;
    const ranks = isSketched ? weightedRankSum(c, t) : rankSum(c.values, t.values);
    const found = mannWhitneyTest(ranks);
    const pairs = ranks.controlUnits * ranks.treatmentUnits;
    const estimate = ranks.u / pairs;
    const error = placementError(c, t);
    const share = c.rankError / ranks.controlUnits + t.rankError / ranks.treatmentUnits;
    return {
      scale: 'probability',
      estimate,
      standardError: error,
      statistic: { name: 'W', value: ranks.u, degreesOfFreedom: null },
      pValue: (nullValue, alternative) => {
        if (nullValue !== 0.5) return shifted(estimate, error, nullValue, alternative);
        if (alternative === 'two-sided') return found.twoSided;
        return alternative === 'greater' ? found.greater : found.less;
      },
      interval: (tail) => {
        const half = -normalQuantile(tail) * error;
        return { low: Math.max(0, estimate - half), high: Math.min(1, estimate + half) };
      },
      notes: isSketched
        ? [
            `More than 2,000,000 values: ranks are of a sketch, and the chance is off by at most ${share.toExponential(1)}.`,
          ]
        : [],
    };
  },
};

function shifted(
  estimate: number,
  error: number,
  nullValue: number,
  alternative: 'two-sided' | 'greater' | 'less',
): number {
  return waldEvidence({ estimate, standardError: error }).pValue(nullValue, alternative);
}

/** Standard error of the chance from how each value is placed among those of the other sample. */
function placementError(c: WeightedValues, t: WeightedValues): number {
  return Math.sqrt(placementVariance(c, t) + placementVariance(t, c));
}

function placementVariance(own: WeightedValues, other: WeightedValues): number {
  let below = 0;
  let from = 0;
  let units = 0;
  let sum = 0;
  let squares = 0;
  const all = other.weights.reduce((total, weight) => total + weight, 0);
  for (let i = 0; i < own.values.length; i += 1) {
    const value = own.values[i] as number;
    while (from < other.values.length && (other.values[from] as number) < value) {
      below += other.weights[from] as number;
      from += 1;
    }
    let equal = 0;
    for (let k = from; k < other.values.length && other.values[k] === value; k += 1) {
      equal += other.weights[k] as number;
    }
    // Equal values of one's own have the same place: counted together.
    let weight = own.weights[i] as number;
    while (i + 1 < own.values.length && own.values[i + 1] === value) {
      i += 1;
      weight += own.weights[i] as number;
    }
    const place = (below + 0.5 * equal) / all;
    units += weight;
    sum += weight * place;
    squares += weight * place * place;
  }
  const mean = sum / units;
  return (squares / units - mean * mean) / (units - 1);
}
