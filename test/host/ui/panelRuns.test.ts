import { execFileSync } from 'node:child_process';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Frame, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensurePackaged } from '../../tasks/build.mjs';
import type { Host } from '../driver/host';
import { nodeHostKinds } from '../driver/hostKinds';
import { startHost } from '../driver/startHost';
import { simulationWorkers } from '../driver/workbench/simulationWorkers';

const root = path.join(import.meta.dirname, '../../..');
const planFile = 'experiments/new_search.experiment.yaml';
const patience = { timeout: 90_000 };

const field = (panel: Frame, id: string): Locator => panel.locator(`[id="${id}"] input`);

describe.each(nodeHostKinds())('runs of a panel that comes and goes: %s', (kind) => {
  let host: Host;
  let panel: Frame;

  const flaglab = (...args: readonly string[]) =>
    execFileSync(process.execPath, [path.join(root, 'dist/cli.js'), ...args], {
      cwd: host.workspaceFolder,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
  const powerOf = (runs: number, seed: number): string => {
    const asked = ['--runs', String(runs), '--seed', String(seed), '--format', 'json'];
    const { result } = JSON.parse(flaglab('simulate', planFile, ...asked));
    return `${(100 * result.power.estimate).toFixed(2)} %`;
  };
  const run = async (seed: number, replications: number) => {
    await field(panel, 'seed').fill(String(seed));
    await field(panel, 'replications').fill(String(replications));
    await panel.locator('#run').click();
  };
  const done = () =>
    panel.locator('progress').evaluate((bar: HTMLProgressElement) => bar.value, null, patience);
  const finished = async () => {
    await panel.locator('#simulated-power').waitFor(patience);
    await expect.poll(() => panel.locator('progress').count(), patience).toBe(0);
  };
  const shownPower = () => panel.locator('#simulated-power').innerText();
  const open = async () => {
    await host.openFile('src/search/search.ts');
    await host.codeLens(/^needs.*users/).click(patience);
    panel = await host.webviewFrame('#run');
  };
  const workers = () => simulationWorkers(host.page);

  beforeAll(async () => {
    const vsix = await ensurePackaged();
    const workspace = path.join(root, 'test/workspaces/shop');
    host = await startHost({ kind, workspace, extension: { vsix } });
    await host.openFile('src/search/search.ts');
    await host.codeLens(/^needs.234,340.users.·.20.days.·.plan.ok$/).click(patience);
    panel = await host.webviewFrame('#run');
  });

  afterAll(async () => host?.close());

  test('the report of a run from a lens is written where the person says', async () => {
    await run(7, 2000);
    await finished();
    expect(await shownPower()).toBe(powerOf(2000, 7));
    await panel.locator('#report-markdown').click();
    const place = host.page.locator('.quick-input-widget .quick-input-filter input');
    await place.waitFor({ state: 'visible', ...patience });
    await expect.poll(() => place.inputValue(), patience).toMatch(/new_search\.report\.md$/);
    await host.page.keyboard.press('Enter');
    const file = path.join(host.workspaceFolder, 'experiments/new_search.report.md');
    await expect.poll(() => readFile(file, 'utf8').catch(() => ''), patience).not.toBe('');
    const text = await readFile(file, 'utf8');
    const links = [...text.matchAll(/\((new_search\.report\.md\.assets\/[^)]+)\)/g)];
    expect(links.length).toBeGreaterThan(2);
    expect(await readdir(`${file}.assets`)).toHaveLength(links.length);
    const asked = ['--runs', '2000', '--seed', '7', '--format', 'markdown'];
    flaglab('simulate', planFile, ...asked, '--output', 'experiments/new_search.report.md');
    expect(await readFile(file, 'utf8')).toBe(text);
  });

  test('opened again from its file it has the same numbers, kept and run anew', async () => {
    const before = await shownPower();
    await host.runCommand('View: Close Editor');
    await expect.poll(() => panel.isDetached(), patience).toBe(true);
    await open();
    await finished();
    expect(await shownPower()).toBe(before);
    await run(7, 2000);
    await finished();
    expect(await shownPower()).toBe(before);
  });

  test('hidden, its worker is gone; shown again it goes on and ends as a run that nothing interrupted', async () => {
    await run(8, 60_000);
    await expect.poll(done, patience).toBeGreaterThan(0);
    await host.runCommand('File: New Untitled Text File');
    await expect.poll(() => panel.isDetached(), patience).toBe(true);
    await expect.poll(workers, patience).toEqual([]);
    await host.runCommand('View: Close Editor');
    panel = await host.webviewFrame('#run');
    await finished();
    expect(await shownPower()).toBe(powerOf(60_000, 8));
  });

  test('its worker killed, it says so and can go on', async () => {
    await run(9, 1_000_000);
    await expect.poll(done, patience).toBeGreaterThan(0);
    const [worker] = await workers();
    await worker?.evaluate(() => {
      setTimeout(() => {
        throw new Error('killed by the test');
      });
    });
    await panel.getByText('The simulation stopped unexpectedly.').waitFor(patience);
    await panel.locator('#go-on').click();
    await expect.poll(done, patience).toBeGreaterThan(0);
    expect(await workers()).toHaveLength(1);
  });

  test('closed, it stops within 200 ms; opened again it offers to continue', async () => {
    const [worker] = await workers();
    const times = new Map<string, number>();
    worker?.on('close', () => times.set('worker', Date.now()));
    host.page.on('framedetached', (frame) => {
      if (frame === panel) times.set('panel', Date.now());
    });
    await host.runCommand('View: Close Editor');
    await expect.poll(() => times.size, patience).toBe(2);
    const [stopped = 0, closed = 0] = [times.get('worker'), times.get('panel')];
    expect(stopped - closed).toBeLessThanOrEqual(200);
    expect(await workers()).toEqual([]);
    await open();
    await panel
      .getByText(/^The panel was closed after [\d,]+ of 1,000,000 launches/)
      .waitFor(patience);
    expect(await panel.locator('progress').count()).toBe(0);
    await panel.locator('#go-on').click();
    await expect.poll(done, patience).toBeGreaterThan(0);
    await panel.locator('#cancel').click();
    await panel.getByText(/^Cancelled after/).waitFor(patience);
  });
});
