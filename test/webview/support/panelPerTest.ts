import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { launchBrowser } from './browser';

interface Opened {
  readonly complaints: readonly string[];
  readonly close: () => Promise<void>;
}

/**
 * One browser for the tests around, a panel for each of them: opened by the test, closed after it, and then nothing may
 * have complained. `opened` is the panel that was opened last.
 */
export function panelPerTest<Options, Panel extends Opened>(
  openIn: (browser: Browser, options?: Options) => Promise<Panel>,
): { readonly open: (options?: Options) => Promise<Panel>; readonly opened: () => Panel } {
  let browser: Browser;
  let panel: Panel;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterEach(async () => {
    expect(panel.complaints).toEqual([]);
    await panel.close();
  });
  afterAll(async () => {
    await browser.close();
  });
  return {
    open: async (options) => {
      panel = await openIn(browser, options);
      return panel;
    },
    opened: () => panel,
  };
}
