import { describe, expect, test } from 'vitest';
import { planComparisons } from '../../../../../src/core/experiment/size/planComparisons';
import { sizeMethods } from '../../../../../src/core/experiment/size/sizeMethods';
import { launchData } from '../../../../../src/core/simulate/launch/launchData';
import { decide, type Ending } from '../../../../../src/core/simulate/rules/decide';
import { prepareRule } from '../../../../../src/core/simulate/rules/preparedRule';
import { differenceReader } from '../../../../../src/core/simulate/statistics/measuredDifference';
import { statisticOf } from '../../../../../src/core/simulate/statistics/statisticOf';
import { logBinomialMass } from '../../../../../src/core/stats/distributions/logBinomialMass';
import { normalUpperTail } from '../../../../../src/core/stats/distributions/normalUpperTail';
import { exp } from '../../../../../src/core/stats/elementary/exp';
import { unpooledZ } from '../../../../../src/core/stats/tests/unpooledZ';
import { planWith } from '../../../../support/examplePlan';
import { casesNamed, expectNear } from '../../../../support/referenceCases';

interface Counts {
  readonly controlUnits: number;
  readonly controlSuccesses: number;
  readonly treatmentUnits: number;
  readonly treatmentSuccesses: number;
}

type Detects = (counts: Counts) => boolean;

function ruleFor(direction: 'increase' | 'decrease', sides: 'one' | 'two' = 'two'): Detects {
  const [comparison] = planComparisons(
    planWith({
      metric: { baseline: 0.5, direction, minimumDetectableEffect: { absolute: 0.1 } },
      design: { sides },
    }),
  );
  if (comparison === undefined) throw new Error('one comparison');
  const read = differenceReader('proportion', { isTotals: false });
  const statistic = statisticOf('z-unpooled', comparison, read);
  if (statistic === null) throw new Error('a proportion has a z test');
  const rule = prepareRule({
    comparison,
    analysis: comparison.analysis,
    method: sizeMethods['z-unpooled'],
    total: 1000,
    statistic,
    read,
  });
  const launch = launchData(1, { centre: 0, keepsValues: false });
  const ending: Ending = { look: 0, kind: 'undecided', step: 0 };
  return ({ controlUnits, controlSuccesses, treatmentUnits, treatmentSuccesses }) => {
    launch.control.units[0] = controlUnits;
    launch.control.y[0] = controlSuccesses;
    launch.treatment.units[0] = treatmentUnits;
    launch.treatment.y[0] = treatmentSuccesses;
    decide(rule, launch, Int32Array.of(0), ending);
    return ending.kind === 'success';
  };
}

interface TwoGroups {
  readonly x1: number;
  readonly n1: number;
  readonly x2: number;
  readonly n2: number;
}

describe('the unpooled z statistic', () => {
  test.each(casesNamed('ztest-'))('$id ($source)', (row) => {
    const { x1, n1, x2, n2 } = row.inputs as unknown as TwoGroups;
    const z = unpooledZ(x1, n1, x2, n2);
    expectNear(z, row.expected['z_unpooled'], row);
    expectNear(2 * normalUpperTail(Math.abs(z)), row.expected['p_unpooled'], row);
  });

  test.each(casesNamed('test-prop2'))('$id, Wald ($source)', (row) => {
    const { x1, n1, x2, n2 } = row.inputs as unknown as TwoGroups;
    const { stat, p } = row.expected['wald'] as { stat: number; p: number };
    const z = unpooledZ(x2, n2, x1, n1);
    expectNear(z, stat, row);
    expectNear(2 * normalUpperTail(z), p, row);
  });
});

describe('the rule of the unpooled z test', () => {
  // Both directions of a two-sided test together reject as the reference's test does.
  test.each(casesNamed('exact-z'))('$id, by enumeration of all outcomes ($source)', (row) => {
    const { n1, n2, p1, p2 } = row.inputs as { n1: number; n2: number; p1: number; p2: number };
    const [up, down] = [ruleFor('increase'), ruleFor('decrease')];
    let rejected = 0;
    for (let x1 = 0; x1 <= n1; x1 += 1) {
      for (let x2 = 0; x2 <= n2; x2 += 1) {
        const counts = {
          controlUnits: n1,
          controlSuccesses: x1,
          treatmentUnits: n2,
          treatmentSuccesses: x2,
        };
        if (up(counts) || down(counts)) {
          rejected += exp(logBinomialMass(x1, n1, p1) + logBinomialMass(x2, n2, p2));
        }
      }
    }
    expectNear(rejected, row.expected['unpooled'], row);
  });

  const counts = (controlSuccesses: number, treatmentSuccesses: number, units = 1000) => ({
    controlUnits: units,
    controlSuccesses,
    treatmentUnits: units,
    treatmentSuccesses,
  });

  test('finds a change in the planned direction only', () => {
    expect(ruleFor('increase')(counts(200, 250))).toBe(true);
    expect(ruleFor('decrease')(counts(200, 250))).toBe(false);
    expect(ruleFor('decrease')(counts(250, 200))).toBe(true);
  });

  test('asks less of a one-sided test', () => {
    // z = 1.69: above 1.645, below 1.96.
    expect(ruleFor('increase', 'one')(counts(200, 231))).toBe(true);
    expect(ruleFor('increase', 'two')(counts(200, 231))).toBe(false);
  });

  test('without variance or without users', () => {
    expect(ruleFor('increase')(counts(0, 1000))).toBe(true);
    expect(ruleFor('increase')(counts(0, 0))).toBe(false);
    expect(ruleFor('increase')(counts(1000, 0))).toBe(false);
    expect(ruleFor('increase')(counts(0, 0, 0))).toBe(false);
  });
});
