import { describe, expect, test } from 'vitest';
import type { PanelToHost } from '../../src/protocol/panel';
import { enter, input } from './support/controls';
import { openPanel, type OpenPanel } from './support/openPanel';
import { resultWith, scriptedWorker } from './support/scriptedWorker';
import { panelPerTest } from './support/panelPerTest';

const { open, opened } = panelPerTest(openPanel);

const partly = resultWith({ replications: { done: 2500, planned: 10_000 } });
const finishes = scriptedWorker({ progress: [partly], finished: resultWith() });
const waits = scriptedWorker({ progress: [partly] });

const reportsOf = ({ host }: OpenPanel) =>
  host.received.filter(
    (message): message is Extract<PanelToHost, { kind: 'report' }> => message.kind === 'report',
  );

describe('a report', () => {
  test('is offered once there is a result of the plan as it is', async () => {
    const { page, host } = await open({ worker: finishes });
    expect(await page.getByRole('heading', { name: 'Report' }).count()).toBe(0);
    await page.locator('#run').click();
    await page.getByRole('heading', { name: 'Report' }).waitFor();
    for (const format of ['Markdown', 'HTML', 'JSON', 'CSV']) {
      await page.getByRole('button', { name: `Write a report as ${format}` }).click();
    }
    await expect.poll(() => reportsOf(opened()).length).toBe(4);
    const [markdown] = reportsOf(opened());
    expect(markdown).toMatchObject({ id: null, format: 'markdown', made: { plan: host.plan } });
    expect(markdown?.made?.result.power.estimate).toBe(0.8031);
  });

  test('that the host asks for is made of a run that is started for it', async () => {
    const { host } = await open({ worker: finishes });
    await host.tell({ kind: 'report-wanted', id: 3 });
    await expect.poll(() => reportsOf(opened())).toHaveLength(1);
    expect(reportsOf(opened())[0]).toMatchObject({ id: 3, format: null });
    expect(reportsOf(opened())[0]?.made?.result.replications.done).toBe(10_000);
  });

  test('waits for the run that is under way', async () => {
    const { page, host } = await open({ worker: waits });
    await page.locator('#run').click();
    await page.getByText('2,500 of 10,000 launches').waitFor();
    await host.tell({ kind: 'report-wanted', id: 4 });
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect.poll(() => reportsOf(opened())).toHaveLength(1);
    expect(reportsOf(opened())[0]?.made?.result.replications.done).toBe(2500);
  });

  test('there is none of a plan that cannot be simulated', async () => {
    const worker = `self.onmessage = ({ data: { run } }) =>
      self.postMessage({ kind: 'failed', run, message: 'No.' });`;
    const { host } = await open({ worker });
    await host.tell({ kind: 'report-wanted', id: 5 });
    await expect.poll(() => reportsOf(opened())).toMatchObject([{ id: 5, made: null }]);
  });
});

describe('comparing', () => {
  const cells = (name: string) =>
    opened()
      .page.locator('.compare tr', {
        has: opened().page.getByRole('rowheader', { name, exact: true }),
      })
      .locator('td')
      .allTextContents();

  test('a pinned result stays while the plan changes, and while the panel is hidden', async () => {
    const { page } = await open({ worker: finishes });
    await page.locator('#run').click();
    await page.locator('.verdict').waitFor();
    await page.getByRole('button', { name: 'Pin', exact: true }).click();
    // 5.2 %, 5 % relative: 234,340 users at 80 %, 313,716 at 90 % by the unpooled z test.
    expect(await cells('Size')).toEqual(['234,340 users', '234,340 users', 'same']);
    expect(await cells('Simulated power')).toEqual(['80.3 % ± 0.78', '80.3 % ± 0.78', 'same']);
    await enter(page, 'design.power', '90');
    await page.locator('#run').click();
    await expect.poll(() => cells('Size')).toEqual(['234,340 users', '313,716 users', 'other']);
    const kept = await page.evaluate(
      () => (window as unknown as { flaglabKept: unknown }).flaglabKept,
    );
    await opened().close();
    await open({ kept, worker: finishes });
    expect((await cells('Size'))[0]).toBe('234,340 users');
    await opened().page.getByRole('button', { name: 'Remove' }).click();
    expect(await opened().page.locator('.compare table').count()).toBe(0);
  });

  test('another plan is sized at once and simulated beside this one, whose own run goes on', async () => {
    const { page, host } = await open();
    await page.getByRole('button', { name: 'Another plan' }).click();
    await expect.poll(() => host.received.at(-1)?.kind).toBe('choose-other-plan');
    await input(page, 'replications').fill('2500');
    await page.locator('#run').click();
    const { plan } = host;
    if (plan === null) throw new Error('The plan is broken.');
    const bolder = { ...plan, design: { ...plan.design, power: 0.9 } };
    await host.tell({ kind: 'compare', name: 'experiments/bold.experiment.yaml', plan: bolder });
    await page.getByRole('columnheader', { name: 'experiments/bold.experiment.yaml' }).waitFor();
    await expect.poll(() => cells('Size')).toEqual(['313,716 users', '234,340 users', 'other']);
    await expect
      .poll(() => cells('Seed and launches'), { timeout: 30_000 })
      .toEqual(['1, 2,500 of 2,500', '1, 2,500 of 2,500', 'same']);
    expect(Number.parseFloat((await cells('Simulated power'))[0] ?? '')).toBeCloseTo(90, -1);
    expect((await cells('Simulated power'))[1]).toMatch(/^79\.6 %/);
    // The other plan's worker is gone once it is done; the panel's own stays.
    await expect.poll(() => page.workers().length).toBe(1);
  });
});
