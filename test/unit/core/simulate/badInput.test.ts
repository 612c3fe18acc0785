import { describe, expect, test } from 'vitest';
import type { Plan } from '../../../../src/core/experiment/plan/planSchema';
import { createSimulation } from '../../../../src/core/simulate/simulation';
import type { SimulationResult } from '../../../../src/core/simulate/simulationResult';
import { binomialPmf } from '../../../../src/core/stats/distributions/binomialPmf';
import { unpooledZ } from '../../../../src/core/stats/tests/unpooledZ';
import { planWith } from '../../../support/examplePlan';

function run(plan: Plan, replications: number, split: 'hash' | 'fixed' = 'hash'): SimulationResult {
  const created = createSimulation({ plan, seed: 8, replications, split });
  if (created.kind === 'refused') throw new Error(created.message);
  const { simulation } = created;
  const blocks = Array.from({ length: simulation.blockCount }, (_, i) => simulation.runBlock(i));
  return simulation.summarise(blocks)!;
}

describe('what is too much or nothing', () => {
  test('10^12 users are refused with a sentence', () => {
    const plan = planWith({
      design: { sampleSizePerVariant: 5e11 },
      traffic: { newUnitsPerDay: 1e12 },
    });
    const created = createSimulation({ plan, seed: 1, replications: 1000 });
    expect(created).toMatchObject({ kind: 'refused', code: 'too-many-units' });
    expect(created.kind === 'refused' && created.message).toMatch(/more than there are people/);
  });

  test('0 traffic is refused with a sentence', () => {
    const created = createSimulation({
      plan: planWith({ traffic: { newUnitsPerDay: 0 } }),
      seed: 1,
      replications: 1000,
    });
    expect(created).toMatchObject({ kind: 'refused', code: 'no-traffic' });
  });

  test('365 looks are held', () => {
    const plan = planWith({
      metric: { baseline: 0.2, minimumDetectableEffect: { absolute: 0.02 } },
      design: { analysis: 'always-valid', looks: 365 },
      traffic: { newUnitsPerDay: 200 },
    });
    const { rule, formulaPower, power } = run(plan, 300);
    expect(rule.stops.withEffect).toHaveLength(365);
    expect(Math.abs(power.estimate - formulaPower)).toBeLessThan(0.1);
  });
});

describe('small counts: simulated power is that of all outcomes enumerated', () => {
  test.each([
    [20, 0.1, 0.4],
    [35, 0.02, 0.2],
    [60, 0.5, 0.7],
    [150, 0.01, 0.06],
  ])('%i a variant, %d against %d', (units, control, treatment) => {
    let exact = 0;
    for (let x = 0; x <= units; x += 1) {
      for (let y = 0; y <= units; y += 1) {
        const chance = binomialPmf(x, units, control) * binomialPmf(y, units, treatment);
        if (unpooledZ(x, units, y, units) >= 1.959963984540054) exact += chance;
      }
    }
    const plan = planWith({
      metric: { baseline: control, minimumDetectableEffect: { absolute: treatment - control } },
      design: { sampleSizePerVariant: units },
    });
    const { power } = run(plan, 20_000, 'fixed');
    expect(Math.abs(power.estimate - exact)).toBeLessThan(
      4 * Math.sqrt((exact * (1 - exact)) / 20_000),
    );
  });
});
