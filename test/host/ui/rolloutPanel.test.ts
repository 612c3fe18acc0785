import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Frame } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensurePackaged } from '../../tasks/build.mjs';
import type { Host } from '../driver/host';
import { nodeHostKinds } from '../driver/hostKinds';
import { startHost } from '../driver/startHost';

const root = path.join(import.meta.dirname, '../../..');
const file = 'deploy/canary.yaml';
const patience = { timeout: 90_000 };

const canary = `apiVersion: flagger.app/v1beta1
kind: Canary
metadata: { name: checkout }
spec:
  analysis:
    interval: 1m
    threshold: 10
    maxWeight: 50
    stepWeight: 5 # careful
    metrics:
      - { name: request-success-rate, thresholdRange: { min: 99 }, interval: 1m }
`;

describe.each(nodeHostKinds())('from the lens of a canary to another step weight: %s', (kind) => {
  let host: Host;
  let panel: Frame;

  beforeAll(async () => {
    const vsix = await ensurePackaged();
    host = await startHost({
      kind,
      workspace: path.join(root, 'test/workspaces/shop'),
      extension: { vsix },
    });
    await mkdir(path.join(host.workspaceFolder, 'deploy'), { recursive: true });
    await writeFile(path.join(host.workspaceFolder, file), canary);
    await host.openFile(file, 9);
    await host.codeLens('median 19 min').click(patience);
    panel = await host.webviewFrame('#answer');
  });

  afterAll(async () => host?.close());

  test('the panel says what the lens says', async () => {
    await expect
      .poll(() => panel.locator('#answer').innerText(), patience)
      .toContain('rolls back 25 % of the time · median 19 min · 28,200 requests');
  });

  test('a changed step weight stands in the YAML, its comment kept, and the lens follows', async () => {
    const field = panel.locator('[id="handle-spec.analysis.stepWeight"] input');
    await field.fill('25');
    await field.press('Enter');
    await expect
      .poll(() => panel.locator('#answer').innerText(), patience)
      .not.toContain('median 19 min');
    await host.page.keyboard.press('Control+s');
    await expect
      .poll(() => readFile(path.join(host.workspaceFolder, file), 'utf8'), patience)
      .toBe(canary.replace('stepWeight: 5 #', 'stepWeight: 25 #'));
    await expect.poll(() => host.codeLens('median 19 min').count(), patience).toBe(0);
    await host.codeLens('at 1 % errors').waitFor(patience);
  });
});
