import { describe, expect, test } from 'vitest';
import { betaCdf } from '../../../../src/core/stats/distributions/betaCdf';
import { betaQuantile } from '../../../../src/core/stats/distributions/betaQuantile';
import { betaUpperTail } from '../../../../src/core/stats/distributions/betaUpperTail';
import { binomialCdf } from '../../../../src/core/stats/distributions/binomialCdf';
import { chiSquareUpperQuantile } from '../../../../src/core/stats/distributions/chiSquareUpperQuantile';
import { chiSquareUpperTail } from '../../../../src/core/stats/distributions/chiSquareUpperTail';
import { logBinomialMass } from '../../../../src/core/stats/distributions/logBinomialMass';
import { noncentralChiSquareUpperTail } from '../../../../src/core/stats/distributions/noncentralChiSquareUpperTail';
import { noncentralTCdf } from '../../../../src/core/stats/distributions/noncentralTCdf';
import { noncentralTUpperTail } from '../../../../src/core/stats/distributions/noncentralTUpperTail';
import { normalCdf } from '../../../../src/core/stats/distributions/normalCdf';
import { normalQuantile } from '../../../../src/core/stats/distributions/normalQuantile';
import { tCdf } from '../../../../src/core/stats/distributions/tCdf';
import { tQuantile } from '../../../../src/core/stats/distributions/tQuantile';
import { exp } from '../../../../src/core/stats/elementary/exp';
import { wilsonInterval } from '../../../../src/core/stats/intervals/wilsonInterval';
import { simulatedShare } from '../../../../src/core/simulate/summary/simulatedShare';
import { casesNamed, expectNear } from '../../../support/referenceCases';

describe('reference cases of the kernel', () => {
  test.each(casesNamed('k-qnorm'))('$id $what ($source)', (row) => {
    expectNear(normalQuantile(row.inputs['p'] as number), row.expected['value'], row);
  });

  test.each(casesNamed('k-pnorm'))('$id $what ($source)', (row) => {
    expectNear(normalCdf(row.inputs['x'] as number), row.expected['value'], row);
  });

  test.each(casesNamed('k-pchisq'))('$id $what ($source)', (row) => {
    const { x, df } = row.inputs as { x: number; df: number };
    expectNear(chiSquareUpperTail(x, df), row.expected['value'], row);
  });

  test.each(casesNamed('k-qt-'))('$id $what ($source)', (row) => {
    const { p, df } = row.inputs as { p: number; df: number };
    expectNear(tQuantile(p, df), row.expected['value'], row);
  });

  test.each(casesNamed('k-pt-'))('$id $what ($source)', (row) => {
    const { t, df } = row.inputs as { t: number; df: number };
    expectNear(tCdf(t, df), row.expected['value'], row);
  });

  test.each(casesNamed('k-pnct-'))('$id $what ($source)', (row) => {
    const { t, df, ncp } = row.inputs as { t: number; df: number; ncp: number };
    expectNear(noncentralTCdf(t, df, ncp), row.expected['value'], row);
  });

  test.each(casesNamed('nct-mp-'))('$id $what ($source)', (row) => {
    const { t, df, ncp } = row.inputs as { t: number; df: number; ncp: number };
    expectNear(noncentralTCdf(t, df, ncp), row.expected['cdf'], row);
    expectNear(noncentralTUpperTail(t, df, ncp), row.expected['sf'], row);
  });

  test.each(casesNamed('k-pbeta-'))('$id $what ($source)', (row) => {
    const { x, a, b } = row.inputs as { x: number; a: number; b: number };
    expectNear(betaCdf(x, a, b), row.expected['value'], row);
    expectNear(1 - betaUpperTail(x, a, b), row.expected['value'], row);
  });

  test.each(casesNamed('k-qbeta-'))('$id $what ($source)', (row) => {
    const { p, a, b } = row.inputs as { p: number; a: number; b: number };
    expectNear(betaQuantile(p, a, b), row.expected['value'], row);
  });

  test.each(casesNamed('k-pbinom'))('$id $what ($source)', (row) => {
    const { k, n, p } = row.inputs as { k: number; n: number; p: number };
    expectNear(binomialCdf(k, n, p), row.expected['value'], row);
  });

  test.each(casesNamed('k-pbinom'))('$id $what, summed from masses ($source)', (row) => {
    const { k, n, p } = row.inputs as { k: number; n: number; p: number };
    let sum = 0;
    for (let i = 0; i <= k; i += 1) sum += exp(logBinomialMass(i, n, p));
    expectNear(sum, row.expected['value'], row);
  });
});

interface Counts {
  readonly observed: readonly number[];
  readonly weights: readonly number[];
}

function chiSquare({ observed, weights }: Counts): number {
  const total = observed.reduce((sum, count) => sum + count, 0);
  const weight = weights.reduce((sum, share) => sum + share, 0);
  return observed.reduce((sum, count, i) => {
    const expected = (total * (weights[i] ?? 0)) / weight;
    return sum + ((count - expected) * (count - expected)) / expected;
  }, 0);
}

describe('reference cases of sample-ratio mismatch', () => {
  test.each(casesNamed('srm-').filter(({ inputs }) => 'observed' in inputs))(
    '$id $what ($source)',
    (row) => {
      const statistic = chiSquare(row.inputs as unknown as Counts);
      expectNear(statistic, row.expected['chisq'], row);
      expectNear(
        chiSquareUpperTail(statistic, row.expected['df'] as number),
        row.expected['p'],
        row,
      );
    },
  );

  test.each(casesNamed('srm-power'))('$id $what ($source)', (row) => {
    const { N, p0, p1, alpha } = row.inputs as {
      N: number[];
      p0: number;
      p1: number;
      alpha: number;
    };
    const critical = chiSquareUpperQuantile(alpha, 1);
    N.forEach((n, i) => {
      const noncentrality = (n * (p1 - p0) ** 2) / (p0 * (1 - p0));
      const power = noncentralChiSquareUpperTail(critical, 1, noncentrality);
      expectNear(power, (row.expected['power'] as number[])[i], row);
    });
  });

  test.each(casesNamed('prop-4arms'))('$id $what ($source)', (row) => {
    const { chisq, df, p } = row.expected as { chisq: number; df: number; p: number };
    expectNear(chiSquareUpperTail(chisq, df), p, row);
  });
});

describe("reference cases of Wilson's interval", () => {
  test.each(casesNamed('ci-one'))('$id $what ($source)', (row) => {
    const { x, n, conf } = row.inputs as { x: number; n: number; conf: number };
    const [low, high] = row.expected['wilson'] as [number, number];
    const interval = wilsonInterval({ successes: x, trials: n, confidenceLevel: conf });
    expectNear(interval.low, low, row);
    expectNear(interval.high, high, row);
  });

  test.each(casesNamed('mc-error'))('$id $what ($source)', (row) => {
    const { rejections, reps } = row.inputs as { rejections: number; reps: number };
    const [low, high] = row.expected['wilson'] as [number, number];
    expectNear(simulatedShare(rejections, reps).standardError, row.expected['se'], row);
    const interval = wilsonInterval({ successes: rejections, trials: reps, confidenceLevel: 0.95 });
    expectNear(interval.low, low, row);
    expectNear(interval.high, high, row);
  });

  test('all or none keeps to 0 and 1 exactly', () => {
    expect(wilsonInterval({ successes: 0, trials: 9, confidenceLevel: 0.9 }).low).toBe(0);
    expect(wilsonInterval({ successes: 9, trials: 9, confidenceLevel: 0.9 }).high).toBe(1);
  });
});
