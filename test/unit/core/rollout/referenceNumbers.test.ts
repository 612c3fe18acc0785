import { describe, expect, test } from 'vitest';
import { countedFailures } from '../../../../src/core/rollout/chances/flaggerChances';
import { gateChances } from '../../../../src/core/rollout/chances/gateChances';
import { defaultTraffic } from '../../../../src/core/rollout/model/rolloutTraffic';
import { simulateRollout } from '../../../../src/core/rollout/simulate/rolloutSimulation';
import { logBinomialUpperTail } from '../../../../src/core/stats/distributions/logBinomialUpperTail';
import type { Strategy } from '../../../../src/core/rollout/strategies/strategy';
import {
  argoExample,
  flaggerExample,
  releaseWithErrors,
  successGate,
} from '../../../support/rolloutSamples';

/** Expected numbers: the published table of simulated Flagger and Argo launches at 100 requests a second. */
function launch(strategy: Strategy, errorRate: number, launches = 4000) {
  return simulateRollout({
    strategy,
    traffic: defaultTraffic,
    release: releaseWithErrors(errorRate),
    launches,
    seed: 1,
  });
}

describe('Flagger at 100 requests a second', () => {
  test.each([
    [0.002, 0, 0.0001],
    [0.005, 0, 0.0001],
    [0.008, 0.0002, 0.0001],
    [0.01, 0.25, 0.005],
    [0.012, 0.98, 0.005],
    [0.02, 1, 0.0001],
    [0.05, 1, 0.0001],
  ])('with %f errors rolls back with chance %f', (errors, chance, within) => {
    const { outcomes, closedForm } = launch(flaggerExample, errors, 2000);
    expect(Math.abs((closedForm?.rollback ?? NaN) - chance)).toBeLessThanOrEqual(within);
    const error = Math.sqrt((chance * (1 - chance)) / 2000) + 0.0005;
    expect(Math.abs((outcomes.probabilityOfRollback ?? NaN) - chance)).toBeLessThan(
      4 * error + within,
    );
  });

  test.each([
    [0.01, 19, 28_200, 16],
    [0.012, 16, 18_900, 18],
    [0.02, 12, 6000, null],
    [0.05, 11, 3300, null],
    [0.002, null, null, 10],
  ])(
    'with %f errors takes %s minutes and %s requests to roll back, %s minutes to promote',
    (errors, minutes, requests, promotion) => {
      const { outcomes } = launch(flaggerExample, errors);
      expect(outcomes.medianMinutesToRollback).toBe(minutes);
      expect(outcomes.medianRequestsExposed).toBe(requests);
      expect(outcomes.medianMinutesToFullTraffic).toBe(promotion);
    },
  );

  test.each([
    [0.05, 5, 0.005, 0.065],
    [0.05, 5, 0.008, 0.221],
    [0.05, 5, 0.01, 0.353],
    [0.5, 50, 0.008, 0.095],
    [0.5, 50, 0.01, 0.452],
    [0.5, 50, 0.012, 0.821],
  ])(
    'at weight %f (%i %%) and %f errors a check fails with chance %f',
    (share, _percent, errors, chance) => {
      const chances = gateChances(successGate(0.99), share * 6000, releaseWithErrors(errors));
      expect(chances?.fail).toBeCloseTo(chance, 3);
    },
  );

  // I_q(10, 10): the negative binomial of the reference table.
  test.each([
    [0.2, 0.0016],
    [0.5, 0.5],
    [0.7, 0.9674],
  ])('with a chance of %f a check: %f', (q, rollback) => {
    const chances = countedFailures(
      Array.from({ length: 10 }, () => q),
      10,
    );
    expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(rollback, 4);
  });
});

describe("the example of Argo's documentation at 100 requests a second", () => {
  test.each([
    // Six measurements on 6000, 12000, 12000, 18000, 18000, 24000 requests, by mpmath 1.3 at 30 digits; simulated: 0, .325, 1.
    [0.045, 1.00397059564605e-9, 1e-14],
    [0.05, 0.324429721981805, 1e-10],
    [0.055, 0.999994302066186, 1e-10],
  ])('with %f errors aborts with chance %f', (errors, chance, within) => {
    const { outcomes, closedForm } = launch(argoExample, errors, 2000);
    expect(Math.abs((closedForm?.rollback ?? NaN) - chance)).toBeLessThan(within);
    expect(Math.abs((outcomes.probabilityOfRollback ?? NaN) - chance)).toBeLessThan(0.042);
  });

  test('with 5.5 % errors 94 % of the aborts are at 25 minutes, after 54,000 requests', () => {
    const { outcomes, closedForm } = launch(argoExample, 0.055);
    const at25 = closedForm?.rollbackAt.find(({ seconds }) => seconds === 1500)?.chance ?? NaN;
    expect(at25 / (closedForm?.rollback ?? NaN)).toBeCloseTo(0.94, 2);
    expect(outcomes.medianMinutesToRollback).toBe(25);
    expect(outcomes.medianRequestsExposed).toBe(54_000);
  });
});

describe('users exposed by a weight of 5 % and 20 requests a user', () => {
  test.each([
    ['per-request', 0.64],
    ['sticky', 0.05],
  ] as const)('%s: %f', (routing, share) => {
    const constant: Strategy = {
      ...flaggerExample,
      mode: { kind: 'canary', weights: [5], mirror: false },
    };
    const { outcomes } = simulateRollout({
      strategy: constant,
      traffic: { ...defaultTraffic, routing, requestsPerUser: 20 },
      release: releaseWithErrors(0.002),
      launches: 10,
      seed: 1,
    });
    expect(outcomes.meanShareOfUsersExposed).toBeCloseTo(share, 2);
  });
});

test('a gate of ten million requests has chances that do not underflow', () => {
  // R 4: pbinom(450000, 1e7, 0.045, lower = FALSE), and pbinom(500000, ..., log.p = TRUE) = -2816.68564392.
  const chances = gateChances(successGate(0.955), 1e7, releaseWithErrors(0.045));
  expect(chances?.fail).toBeCloseTo(0.499603423014855, 9);
  const never = gateChances(successGate(0.95), 1e7, releaseWithErrors(0.045));
  expect(never).toMatchObject({ fail: 0, pass: 1 });
  expect(logBinomialUpperTail(500_000, 1e7, 0.045)).toBeCloseTo(-2816.68564392, 6);
});
