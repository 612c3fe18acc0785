import { afterAll, beforeAll, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './support/browser';
import { openPanel } from './support/openPanel';
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
});
test('shots', async () => {
  for (const [name, width, height] of [
    ['n320', 320, 900],
    ['mid', 640, 800],
    ['wide', 1600, 1000],
  ] as const) {
    const p = await openPanel(browser, { theme: 'dark', width, height });
    await p.page.waitForTimeout(400);
    await p.page.screenshot({ path: `out/shots/${name}.png` });
    if (name === 'mid') {
      await p.page.mouse.move(300, 500);
      await p.page.mouse.wheel(0, 600);
      await p.page.waitForTimeout(300);
      await p.page.screenshot({ path: `out/shots/${name}2.png` });
    }
    await p.close();
  }
});
