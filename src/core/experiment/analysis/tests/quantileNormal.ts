import { normalQuantile } from '../../../stats/distributions/normalQuantile';
import type { WeightedValues } from '../data/quantileSketch';
import type { AnalysisMethod, Arm } from './analysisMethod';
import { waldEvidence } from './waldEvidence';

/** A quantile with the variance that its order statistics show. */
interface QuantileEstimate {
  readonly value: number;
  readonly variance: number;
  readonly rankShare: number;
}

/** Value at which so large a share of the weight lies below; between two values in proportion. */
function valueAt({ values, weights }: WeightedValues, share: number, total: number): number {
  const target = Math.min(Math.max(share, 0), 1) * (total - 1);
  let before = 0;
  for (let i = 0; i < values.length; i += 1) {
    const weight = weights[i] as number;
    if (before + weight > target) {
      const next = values[Math.min(i + 1, values.length - 1)] as number;
      const within = weight === 1 ? target - before : 0;
      return (values[i] as number) + within * (next - (values[i] as number));
    }
    before += weight;
  }
  return values.at(-1) ?? NaN;
}

function estimateOf({ values }: Arm, share: number): QuantileEstimate {
  const read = values?.read();
  if (read === undefined) return { value: NaN, variance: NaN, rankShare: 0 };
  const total = read.weights.reduce((sum, weight) => sum + weight, 0);
  const z = -normalQuantile(0.025);
  const half = z * Math.sqrt((share * (1 - share)) / total);
  const width = valueAt(read, share + half, total) - valueAt(read, share - half, total);
  const error = width / (2 * z);
  return {
    value: valueAt(read, share, total),
    variance: error * error,
    rankShare: read.rankError / total,
  };
}

/** Difference of quantiles; each standard error from the order statistics of its 95 % interval. */
export const quantileNormal: AnalysisMethod = {
  name: 'Difference of quantiles, standard errors from order statistics',
  source: 'Deng, Knoblich and Lu, KDD 2018, section 4; quantiles as R, type 7',
  needs: { values: true, spread: true },
  adjusts: false,
  evidence: ({ metric, control, treatment }) => {
    const share = metric.quantile ?? 0.5;
    const c = estimateOf(control, share);
    const t = estimateOf(treatment, share);
    const rankShare = Math.max(c.rankShare, t.rankShare);
    return waldEvidence({
      estimate: t.value - c.value,
      standardError: Math.sqrt(c.variance + t.variance),
      notes:
        rankShare > 0
          ? [
              `More than 2,000,000 values: quantiles are of a sketch, whose ranks are off by at most ${rankShare.toExponential(1)} of all units.`,
            ]
          : [],
    });
  },
};

/** The quantile of one variant. */
export function quantileOf(arm: Arm, share: number): number {
  return estimateOf(arm, share).value;
}
