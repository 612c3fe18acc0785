import { expect, test } from 'vitest';
import { createSimulation } from '../../../../src/core/simulate/simulation';
import { generatedPlan } from '../../../support/generatedPlans';

// All kinds with 20,000 replications each take minutes: `npm run bench:simulate -- plans`. Here those that are counted.
const plans = Array.from({ length: 80 }, (_, index) => generatedPlan(index)).filter(({ metrics }) =>
  ['proportion', 'mean', 'rate'].includes(metrics[0]?.kind ?? ''),
);
const replications = 3000;

test('of generated plans the simulated power is within three standard errors of the formula, all but one', () => {
  expect(plans.length).toBeGreaterThan(40);
  const far: string[] = [];
  for (const plan of plans) {
    const created = createSimulation({ plan, seed: 1, replications, only: 'power' });
    if (created.kind === 'refused') throw new Error(created.message);
    const { simulation } = created;
    const blocks = Array.from({ length: simulation.blockCount }, (_, i) => simulation.runBlock(i));
    const { power, formulaPower, engine } = simulation.summarise(blocks)!;
    expect(engine.kind).toBe('counts');
    const error = Math.sqrt((formulaPower * (1 - formulaPower)) / replications);
    const apart = (power.estimate - formulaPower) / error;
    const [metric] = plan.metrics;
    if (Math.abs(apart) > 3) far.push(`${metric?.kind} ${metric?.test}: ${apart.toFixed(1)}`);
  }
  expect(far.length, far.join('; ')).toBeLessThanOrEqual(1);
});
