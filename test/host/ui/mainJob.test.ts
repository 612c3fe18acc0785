import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Frame, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensurePackaged } from '../../tasks/build.mjs';
import type { Host } from '../driver/host';
import { nodeHostKinds } from '../driver/hostKinds';
import { startHost } from '../driver/startHost';

const root = path.join(import.meta.dirname, '../../..');
const planFile = 'experiments/one_click_checkout.experiment.yaml';
const patience = { timeout: 90_000 };

const field = (panel: Frame, id: string): Locator => panel.locator(`[id="${id}"] input`);
const baseline = 'metrics.0.baseline';

describe.each(nodeHostKinds())('from a lens to a launch that was simulated: %s', (kind) => {
  let host: Host;
  let panel: Frame;

  const onDisk = () => readFile(path.join(host.workspaceFolder, planFile), 'utf8');
  const flaglab = (...args: readonly string[]) =>
    JSON.parse(
      execFileSync(
        process.execPath,
        [path.join(root, 'dist/cli.js'), ...args, '--format', 'json'],
        {
          cwd: host.workspaceFolder,
          encoding: 'utf8',
          // A plan of many days has a long report.
          maxBuffer: 64 * 1024 * 1024,
        },
      ),
    );
  const saved = (isWanted: (text: string) => boolean) =>
    expect.poll(async () => isWanted(await onDisk().catch(() => '')), patience).toBe(true);
  const save = () => host.page.keyboard.press('Control+s');
  const run = async (seed: string, replications: string) => {
    await field(panel, 'seed').fill(seed);
    await field(panel, 'replications').fill(replications);
    await panel.locator('#run').click();
  };

  beforeAll(async () => {
    const vsix = await ensurePackaged();
    const workspace = path.join(root, 'test/workspaces/shop');
    host = await startHost({ kind, workspace, extension: { vsix } });
    await host.openFile('src/checkout/checkout.ts', 10);
    await host.codeLens('Simulate rollout').click(patience);
    panel = await host.webviewFrame('#answer');
  });

  afterAll(async () => host?.close());

  test('the plan is written when it is saved', async () => {
    await expect(onDisk()).rejects.toThrow();
    await field(panel, baseline).focus();
    await save();
    await saved((text) => text.includes('baseline: 0.05,'));
    // A saved file is another document than an unsaved one: VS Code draws it anew.
    await expect.poll(() => panel.isDetached(), patience).toBe(true);
    panel = await host.webviewFrame('#answer');
  });

  test('an input changes its number in the YAML and nothing else, and undo brings it back', async () => {
    const before = await onDisk();
    await field(panel, baseline).fill('6');
    await field(panel, baseline).press('Enter');
    await expect.poll(() => panel.locator('#answer').innerText(), patience).toContain('You need');
    await save();
    await saved((text) => text === before.replace('baseline: 0.05,', 'baseline: 0.06,'));
    await field(panel, 'seed').focus();
    await host.page.keyboard.press('Control+z');
    await expect.poll(() => field(panel, baseline).inputValue(), patience).toBe('5');
    await save();
    await saved((text) => text === before);
  });

  test('the panel and the command line say the same size', async () => {
    const { answer } = flaglab('size', planFile);
    await expect.poll(() => panel.locator('#answer').innerText(), patience).toBe(answer.sentence);
  });

  test('a run in the panel and one on the command line give the same power', async () => {
    await run('7', '400');
    const power = panel.locator('#simulated-power');
    await power.waitFor(patience);
    await expect.poll(() => panel.locator('progress').count(), patience).toBe(0);
    const { result } = flaglab('simulate', planFile, '--runs', '400', '--seed', '7');
    const shown = Number.parseFloat(await power.innerText()) / 100;
    expect(shown).toBeCloseTo(result.power.estimate, 4);
  });

  test('a run can be cancelled half way, and keeps what it has', async () => {
    await run('8', '1000000');
    await panel.locator('progress').waitFor(patience);
    await expect
      .poll(
        () => panel.locator('progress').evaluate((bar: HTMLProgressElement) => bar.value),
        patience,
      )
      .toBeGreaterThan(0);
    await panel.locator('#cancel').click();
    await panel
      .getByText(/^Cancelled/i)
      .first()
      .waitFor(patience);
    expect(await panel.locator('progress').count()).toBe(0);
  });
});
