import type { Browser } from 'playwright-core';
import { buildPanel } from './buildPanel';
import { FakeRolloutHost } from './fakeRolloutHost';
import { openWebviewPage, type WebviewLook, type WebviewPage } from './webviewPage';

export interface OpenRolloutPanel extends WebviewPage<FakeRolloutHost> {
  /** Waits until all is simulated. */
  readonly done: () => Promise<void>;
}

/** Opens the rollout panel as VS Code would, in front of a host that plays the extension. */
export async function openRolloutPanel(
  browser: Browser,
  {
    text,
    prepare,
    ...look
  }: WebviewLook & {
    readonly text: string;
    readonly prepare?: (host: FakeRolloutHost) => void;
  },
): Promise<OpenRolloutPanel> {
  const opened = await openWebviewPage(browser, {
    files: await buildPanel('rollout'),
    look,
    createHost: (page, workerUri) => {
      const host = new FakeRolloutHost(page, text, workerUri);
      prepare?.(host);
      return host;
    },
    hearKey: () => undefined,
  });
  const { page } = opened;
  return {
    ...opened,
    done: async () => {
      await page.locator('.strategies table').waitFor({ timeout: 60_000 });
      await page.locator('progress').waitFor({ state: 'detached', timeout: 60_000 });
    },
  };
}
