import { describe, expect, test } from 'vitest';
import { brentRoot } from '../../../../../src/core/rollout/kayenta/brentRoot';
import { classifyByMeans } from '../../../../../src/core/rollout/kayenta/classifyByMeans';
import { classifyMetric } from '../../../../../src/core/rollout/kayenta/classifyMetric';
import type {
  KayentaLabel,
  KayentaMetric,
} from '../../../../../src/core/rollout/kayenta/kayentaMetric';
import { prepareValues } from '../../../../../src/core/rollout/kayenta/prepareValues';
import { scoreMetrics } from '../../../../../src/core/rollout/kayenta/scoreMetrics';
import { shiftInterval } from '../../../../../src/core/rollout/kayenta/shiftInterval';
import { wilcoxonDifference } from '../../../../../src/core/rollout/kayenta/wilcoxonDifference';
import { normalQuantile } from '../../../../../src/core/stats/distributions/normalQuantile';
import { RandomStream } from '../../../../../src/core/stats/random/randomStream';
import { sampleNormal } from '../../../../../src/core/stats/random/sampleNormal';
import { readFixture } from '../../../../support/readFixture';

interface ClassifierCase {
  readonly name: string;
  readonly classifier: 'MannWhitney' | 'MeanInequality';
  readonly tolerance: number;
  readonly confLevel: number;
  readonly effectSizeThresholds: readonly [number, number];
  readonly criticalThresholds: readonly [number, number];
  readonly effectSizeMeasure: 'meanRatio' | 'cles';
  readonly direction: 'Either' | 'Increase' | 'Decrease';
  readonly nanStrategy: 'Remove' | 'Replace';
  readonly isCriticalMetric: boolean;
  readonly experiment: readonly number[];
  readonly control: readonly number[];
  readonly expect: {
    readonly classification?: KayentaLabel;
    readonly critical?: boolean;
    readonly deviationIsNaN?: boolean;
  };
}

function casesOf(file: string): readonly unknown[] {
  return (readFixture(`kayenta/${file}`) as { readonly cases: readonly unknown[] }).cases;
}

const sorted = (values: readonly number[]) => Float64Array.from(values).sort();

function metricOf(given: ClassifierCase): KayentaMetric {
  const [allowedDecrease, allowedIncrease] = given.effectSizeThresholds;
  const [criticalDecrease, criticalIncrease] = given.criticalThresholds;
  return {
    direction: given.direction.toLowerCase() as KayentaMetric['direction'],
    nanStrategy: given.nanStrategy.toLowerCase() as KayentaMetric['nanStrategy'],
    outliers: { strategy: 'keep', factor: 3 },
    effectSize: {
      measure: given.effectSizeMeasure,
      allowedDecrease,
      allowedIncrease,
      criticalDecrease,
      criticalIncrease,
    },
    critical: given.isCriticalMetric,
    mustHaveData: false,
  };
}

describe("labels of Kayenta's ClassifierSuite", () => {
  test.each(
    (casesOf('classifier-suite.json') as readonly ClassifierCase[]).map(
      (given) => [given.name, given] as const,
    ),
  )('%s', (_name, given) => {
    const metric = metricOf(given);
    const samples = {
      experiment: prepareValues(Float64Array.from(given.experiment), metric),
      control: prepareValues(Float64Array.from(given.control), metric),
    };
    if (given.classifier === 'MeanInequality') {
      expect(classifyByMeans(samples, metric)).toBe(given.expect.classification);
      return;
    }
    const stream = RandomStream.ofBlock(1, 0);
    const found = classifyMetric(samples, metric, {
      test: { tolerance: given.tolerance, confidenceLevel: given.confLevel },
      standardNormal: () => sampleNormal(stream),
    });
    // The one case without an expected label asks for the reason of missing data.
    expect(found.label).toBe(given.expect.classification ?? 'Nodata');
    if (given.expect.critical !== undefined) expect(found.critical).toBe(given.expect.critical);
    if (given.expect.deviationIsNaN === true) expect(found.deviation).toBeNaN();
  });
});

interface MannWhitneyCase {
  readonly name: string;
  readonly experiment: readonly number[];
  readonly control: readonly number[];
  readonly confLevel: number;
  readonly expect: Readonly<Record<string, number>>;
}

/** What a case's names stand for, as MannWhitneySuite.scala computes them. */
function quantityOf(
  name: string,
  { experiment, control, confLevel, expect: wanted }: MannWhitneyCase,
): number {
  const [x, y] = [sorted(experiment), sorted(control)];
  const difference = (shift: number) => wilcoxonDifference(shift, x, y);
  const lower = x[0]! - y.at(-1)!;
  const upper = x.at(-1)! - y[0]!;
  const rootAt = (z: number) =>
    brentRoot((shift) => difference(shift) - z, {
      lower,
      upper,
      atLower: difference(lower) - z,
      atUpper: difference(upper) - z,
    });
  const interval = shiftInterval(x, y, confLevel)!;
  const [zLower, zUpper] = [wanted['zqLower'] ?? 0, wanted['zqUpper'] ?? 0];
  const quantities: Readonly<Record<string, number>> = {
    'mannWhitney.wilcoxonDiff(0': difference(0),
    'mannWhitney.wilcoxonDiff(5': difference(5),
    'result.confidenceInterval.head': interval.low,
    'result.confidenceInterval.last': interval.high,
    'result.estimate': interval.estimate,
    muMin: lower,
    muMax: upper,
    zqLower: -normalQuantile(0.025),
    zqUpper: normalQuantile(0.025),
    fLower1: difference(lower) - zLower,
    fUpper1: difference(upper) - zLower,
    fLower2: difference(lower) - zUpper,
    fUpper2: difference(upper) - zUpper,
    ciLower: rootAt(zLower),
    ciUpper: rootAt(zUpper),
    estimate: rootAt(0),
  };
  return quantities[name] ?? NaN;
}

describe("intervals of Kayenta's MannWhitneySuite", () => {
  const rows = (casesOf('mannwhitney-suite.json') as readonly MannWhitneyCase[]).flatMap((given) =>
    Object.keys(given.expect).map((name) => [given.name, name, given] as const),
  );
  test.each(rows)('%s: %s', (_name, quantity, given) => {
    // The suite's own tolerances: 1e-6, and 1e-4 where the estimate is R's.
    const isEstimateOfR = given.name.includes('R Version') && quantity === 'result.estimate';
    const distance = Math.abs(quantityOf(quantity, given) - given.expect[quantity]!);
    expect(distance).toBeLessThan(isEstimateOfR ? 1e-4 : 1e-6);
  });
});

interface ScorerCase {
  readonly name: string;
  readonly groupWeights: Readonly<Record<string, number>>;
  readonly metrics: readonly {
    readonly classification: KayentaLabel;
    readonly groups: readonly string[];
    readonly critical: boolean;
  }[];
  readonly summaryScore: number;
}

describe("scores of Kayenta's ScorerSuite", () => {
  test.each(
    (casesOf('scorer-suite.json') as readonly ScorerCase[]).map(
      (given) => [given.name, given] as const,
    ),
  )('%s', (_name, { metrics, groupWeights, summaryScore }) => {
    const judged = metrics.map(({ classification, groups, critical }) => ({
      label: classification,
      groups,
      critical,
    }));
    expect(scoreMetrics(judged, groupWeights)).toBe(summaryScore);
  });
});
