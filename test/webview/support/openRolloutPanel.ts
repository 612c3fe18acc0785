import type { Browser, Page } from 'playwright-core';
import type { RolloutPanelToHost } from '../../../src/protocol/rolloutPanel';
import { buildPanel } from './buildPanel';
import { FakeRolloutHost } from './fakeRolloutHost';
import { listenForComplaints, playVsCode } from './openPanel';
import { servePanel } from './panelServer';
import { themeOf, type ThemeName } from './themes';

export interface OpenRolloutPanel {
  readonly page: Page;
  readonly host: FakeRolloutHost;
  /** Policy violations, console errors, page errors and requests to elsewhere so far. */
  readonly complaints: readonly string[];
  /** Waits until all is simulated. */
  readonly done: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Opens the rollout panel as VS Code would, in front of a host that plays the extension. */
export async function openRolloutPanel(
  browser: Browser,
  {
    text,
    theme = 'dark',
    width = 1200,
    height = 900,
    bodyClasses = [],
    kept,
    prepare,
  }: {
    readonly text: string;
    readonly theme?: ThemeName;
    readonly width?: number;
    readonly height?: number;
    readonly bodyClasses?: readonly string[];
    readonly kept?: unknown;
    readonly prepare?: (host: FakeRolloutHost) => void;
  },
): Promise<OpenRolloutPanel> {
  const server = await servePanel({ files: await buildPanel('rollout') });
  const context = await browser.newContext({ viewport: { width, height } });
  const page = await context.newPage();
  const complaints: string[] = [];
  listenForComplaints(page, server.origin, complaints);
  const host = new FakeRolloutHost(page, text, `${server.origin}/worker.js`);
  prepare?.(host);
  await page.exposeFunction('flaglabHost', (message: RolloutPanelToHost) => host.hear(message));
  await page.exposeFunction('flaglabKey', () => undefined);
  await page.exposeFunction('flaglabViolation', (violation: string) => complaints.push(violation));
  const themed = themeOf(theme);
  await page.addInitScript(playVsCode, {
    theme: { ...themed, bodyClass: [themed.bodyClass, ...bodyClasses].join(' ') },
    kept,
  });
  await page.goto(server.origin);
  await page.waitForSelector('h1');
  return {
    page,
    host,
    complaints,
    done: async () => {
      await page.locator('.strategies table').waitFor({ timeout: 60_000 });
      await page.locator('progress').waitFor({ state: 'detached', timeout: 60_000 });
    },
    close: async () => {
      await context.close();
      await server.close();
    },
  };
}
