import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Frame } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensurePackaged } from '../../tasks/build.mjs';
import type { Host } from '../driver/host';
import { nodeHostKinds } from '../driver/hostKinds';
import { startHost } from '../driver/startHost';

const root = path.join(import.meta.dirname, '../../..');
const planFile = 'experiments/new_search.experiment.yaml';
const patience = { timeout: 90_000 };

describe.each(nodeHostKinds())('the five questions of a plan: %s', (kind) => {
  let host: Host;
  let panel: Frame;

  beforeAll(async () => {
    const vsix = await ensurePackaged();
    const workspace = path.join(root, 'test/workspaces/shop');
    host = await startHost({ kind, workspace, extension: { vsix } });
    // Power, effect and share are of a size or a duration that is given.
    const file = path.join(host.workspaceFolder, planFile);
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace('power: 0.8,', 'power: 0.8, days: 14,'));
    await host.openFile(planFile);
    panel = await host.webviewFrame('#answer');
  });

  afterAll(async () => host?.close());

  test.each(['sample-size', 'power', 'effect', 'duration', 'share'])(
    '%s: the panel answers as the command line does',
    async (question) => {
      const { answer, diagnostics } = JSON.parse(
        execFileSync(
          process.execPath,
          [
            path.join(root, 'dist/cli.js'),
            'size',
            planFile,
            '--solve-for',
            question,
            '--format',
            'json',
          ],
          { cwd: host.workspaceFolder, encoding: 'utf8' },
        ),
      );
      await panel.locator(`#solve-for-${question}`).check(patience);
      const said = answer?.sentence ?? diagnostics[0].message;
      await expect.poll(() => panel.locator('.answer').innerText(), patience).toContain(said);
    },
  );
});
