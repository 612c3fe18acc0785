import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensurePackaged } from '../../tasks/build.mjs';
import type { Host } from '../driver/host';
import { nodeHostKinds } from '../driver/hostKinds';
import { startHost } from '../driver/startHost';
import { simulationWorkers } from '../driver/workbench/simulationWorkers';

const root = path.join(import.meta.dirname, '../../..');
const planFile = 'experiments/new_search.experiment.yaml';
const patience = { timeout: 90_000 };

/** `npm run bench:panel-leak` opens it 50 times. */
const openings = Number(process.env['FLAGLAB_OPENINGS'] ?? '6');
/** What the first ones load stays: it is not counted. */
const first = 2;

describe.each(nodeHostKinds())('a panel that is opened and closed mid-run: %s', (kind) => {
  let host: Host;

  beforeAll(async () => {
    const vsix = await ensurePackaged();
    const workspace = path.join(root, 'test/workspaces/shop');
    host = await startHost({ kind, workspace, extension: { vsix } });
  });

  afterAll(async () => host?.close());

  /** Bytes that are in use in the window once garbage is collected. */
  async function heap(): Promise<number> {
    const session = await host.page.context().newCDPSession(host.page);
    await session.send('HeapProfiler.enable');
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    await session.detach();
    return usedSize;
  }

  async function openAndClose(): Promise<void> {
    await host.openFile(planFile);
    const panel = await host.webviewFrame('#run');
    await panel.locator('[id="replications"] input').fill('1000000');
    await panel.locator('#run').click();
    await panel.locator('progress').waitFor(patience);
    await expect.poll(async () => (await simulationWorkers(host.page)).length, patience).toBe(1);
    await host.runCommand('View: Close Editor');
    await expect.poll(() => panel.isDetached(), patience).toBe(true);
  }

  test(
    'leaves no worker, no page and no memory behind',
    async () => {
      const heaps: number[] = [];
      for (let opening = 1; opening <= first + openings; opening += 1) {
        await openAndClose();
        if (opening >= first) heaps.push(await heap());
      }
      expect(await simulationWorkers(host.page)).toEqual([]);
      const webviews = host.page.frames().filter((frame) => frame.url().includes('webview'));
      expect(webviews).toEqual([]);
      const [before = 0] = heaps;
      const after = heaps.at(-1) ?? 0;
      const perOpening = (after - before) / openings;
      const kilobytes = (bytes: number) => Math.round(bytes / 1000);
      console.log(
        `${openings} openings: heap of the window ${kilobytes(before)} kB, then ${kilobytes(after)} kB: ${kilobytes(perOpening)} kB each; workers left: 0`,
      );
      // An editor that was open stays in VS Code's own lists of what was recently used.
      expect(perOpening).toBeLessThan(400_000);
    },
    60_000 + 30_000 * openings,
  );
});
