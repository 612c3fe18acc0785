import { describe, expect, test } from 'vitest';
import { createSimulation } from '../../src/core/simulate/simulation';
import type { SimulationResult } from '../../src/core/simulate/simulationResult';
import type { KeptRun } from '../../src/protocol/keptRun';
import { input } from './support/controls';
import { openPanel, type OpenPanel } from './support/openPanel';
import { checkoutTextWith } from './support/plans';
import { panelPerTest } from './support/panelPerTest';

const { open, opened } = panelPerTest(openPanel);

const replications = 20_000;

/** Runs in a panel until it handed something over, then the panel is gone. What the host has then. */
async function halfWay(): Promise<KeptRun> {
  const { page, host } = await open();
  await input(page, 'replications').fill(String(replications));
  await page.locator('#run').click();
  await expect.poll(() => host.keptRuns.length, { timeout: 30_000 }).toBeGreaterThan(0);
  const kept = host.keptRuns.at(-1);
  await opened().close();
  if (kept === undefined) throw new Error('Nothing was kept.');
  expect(kept.checkpoint.sums.blocks).toBeLessThan(replications / 1000);
  return kept;
}

const plan = async () => {
  const { host } = opened();
  if (host.plan === null) throw new Error('The plan is broken.');
  return host.plan;
};

/** Power of a run that nothing interrupted, as the panel writes it. */
async function wholePower(): Promise<string> {
  const request = { plan: await plan(), seed: 1, replications };
  const created = createSimulation(request);
  if (created.kind === 'refused') throw new Error(created.message);
  const { simulation } = created;
  const blocks = Array.from({ length: simulation.blockCount }, (_, i) => simulation.runBlock(i));
  const result = simulation.summarise(blocks) as SimulationResult;
  return `${(100 * result.power.estimate).toFixed(2)} %`;
}

const finishedStatus = (page: OpenPanel['page']) =>
  page.locator('[role=status]', { hasText: 'Simulation finished' }).waitFor({ state: 'attached' });

describe('a panel that was hidden', () => {
  test('goes on at the next block, and ends with the numbers of a run that nothing interrupted', async () => {
    const kept = await halfWay();
    const { page, host } = await open({
      prepare: (fake) => (fake.left = { run: kept, closed: false }),
    });
    await finishedStatus(page);
    await expect.poll(() => host.keptRuns.at(-1)?.state).toBe('finished');
    const blocks = host.keptRuns.map(({ checkpoint }) => checkpoint.sums.blocks);
    expect(blocks[0]).toBeGreaterThanOrEqual(kept.checkpoint.sums.blocks);
    expect(blocks.at(-1)).toBe(replications / 1000);
    expect(await page.locator('#simulated-power').textContent()).toBe(await wholePower());
    await page.getByText(`in 20,000 launches; seed 1.`).waitFor();
  });

  test('shows at once what was finished, and draws nothing anew', async () => {
    const { page: first, host } = await open();
    await input(first, 'replications').fill('2500');
    await first.locator('#run').click();
    await finishedStatus(first);
    const kept = host.keptRuns.at(-1);
    expect(kept?.state).toBe('finished');
    await opened().close();
    const { page, host: next } = await open({
      prepare: (fake) => (fake.left = kept ? { run: kept, closed: false } : null),
    });
    await finishedStatus(page);
    // test/golden/simulate/runs.json, run "example": seed 1, 2,500 replications.
    expect(await page.locator('#simulated-power').textContent()).toBe('79.64 %');
    expect(next.keptRuns.every(({ checkpoint }) => checkpoint.sums.blocks === 3)).toBe(true);
  });

  test('whose plan was changed meanwhile starts with nothing', async () => {
    const kept = await halfWay();
    const { page } = await open({
      text: checkoutTextWith(['newUnitsPerDay: 12000', 'newUnitsPerDay: 9000']),
      prepare: (fake) => (fake.left = { run: kept, closed: false }),
    });
    await page.locator('#run').waitFor();
    expect(await page.locator('progress').count()).toBe(0);
    expect(await page.locator('#simulated-power').count()).toBe(0);
  });
});

describe('a panel that was closed', () => {
  test('offers to continue, and ends with the numbers of a run that nothing interrupted', async () => {
    const kept = await halfWay();
    const { page } = await open({ prepare: (fake) => (fake.left = { run: kept, closed: true }) });
    const done = (1000 * kept.checkpoint.sums.blocks).toLocaleString('en');
    await page
      .getByText(`The panel was closed after ${done} of 20,000 launches of this plan.`)
      .waitFor();
    expect(await page.locator('progress').count()).toBe(0);
    await page.getByRole('button', { name: 'Continue' }).click();
    await finishedStatus(page);
    expect(await page.locator('#simulated-power').textContent()).toBe(await wholePower());
  });
});

test('a run that was cancelled can be continued', async () => {
  const { page } = await open();
  await input(page, 'replications').fill(String(replications));
  await page.locator('#run').click();
  await page.getByText(/^\d[\d,]*,000 of 20,000 launches$/).waitFor();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByText(/Cancelled after \d[\d,]*000 of 20,000 launches/).waitFor();
  await page.getByRole('button', { name: 'Continue' }).click();
  await finishedStatus(page);
  expect(await page.locator('#simulated-power').textContent()).toBe(await wholePower());
});

test('while it runs the host hears about once a second what is done', async () => {
  const { page, host } = await open();
  await input(page, 'replications').fill('1000000');
  await page.locator('#run').click();
  await expect.poll(() => host.keptRuns.length, { timeout: 30_000 }).toBe(1);
  const times: number[] = [];
  for (let count = 1; count < 4; count += 1) {
    await expect
      .poll(() => host.keptRuns.length, { timeout: 30_000, interval: 20 })
      .toBeGreaterThan(count);
    times.push(Date.now());
  }
  // A busy machine is late; it is never early.
  expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeGreaterThan(1900);
  expect(host.keptRuns.every(({ state }) => state === 'running')).toBe(true);
});
