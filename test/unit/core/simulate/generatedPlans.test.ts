import { expect, test } from 'vitest';
import { createSimulation } from '../../../../src/core/simulate/simulation';
import { generatedPlan } from '../../../support/generatedPlans';

// All hundred with 20,000 replications each take minutes: `npm run bench:plans`. Here those that are drawn as counts.
const plans = Array.from({ length: 100 }, (_, index) => generatedPlan(index, 'any')).filter(
  ({ metrics: [metric] }) =>
    ['proportion', 'mean', 'rate', 'count'].includes(metric?.kind ?? '') &&
    metric?.test !== 'negative-binomial',
);
const replications = 3000;

test('of generated plans the simulated power is within three standard errors of the exact one of the same test, all but one', () => {
  expect(plans.length).toBeGreaterThan(50);
  const far: string[] = [];
  for (const plan of plans) {
    const created = createSimulation({
      plan,
      seed: 1,
      replications,
      only: 'power',
      split: 'fixed',
    });
    if (created.kind === 'refused') throw new Error(created.message);
    const { simulation } = created;
    const blocks = Array.from({ length: simulation.blockCount }, (_, i) => simulation.runBlock(i));
    const { power, formulaPower, refinedPower, engine } = simulation.summarise(blocks)!;
    expect(engine.kind).toBe('counts');
    const [metric] = plan.metrics;
    // Student's t of the formula is exact for normal values.
    if (metric?.test !== 't') expect(refinedPower).not.toBeNull();
    const truth = refinedPower?.power ?? formulaPower;
    const error = Math.sqrt((truth * (1 - truth)) / replications);
    const apart = (power.estimate - truth) / error;
    if (Math.abs(apart) > 3) far.push(`${metric?.kind} ${metric?.test}: ${apart.toFixed(1)}`);
  }
  expect(far.length, far.join('; ')).toBeLessThanOrEqual(1);
});
