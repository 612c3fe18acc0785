import type { Frame, Page } from 'playwright-core';
import { setTimeout as sleep } from 'node:timers/promises';

const TIMEOUT_MS = 60_000;

/**
 * The document of a webview: a frame inside a frame of the page, recognised by an element that only
 * this webview has. Closing and reopening a webview makes a new frame, so ask again after that.
 */
export async function webviewFrame(page: Page, selector: string): Promise<Frame> {
  const deadline = Date.now() + TIMEOUT_MS;
  while (Date.now() < deadline) {
    for (const frame of page.frames()) {
      if (frame === page.mainFrame()) continue;
      // A frame may vanish while it is asked.
      const element = await frame.$(selector).catch(() => null);
      if (element && (await element.isVisible().catch(() => false))) return frame;
    }
    await sleep(100);
  }
  const urls = page.frames().map((frame) => frame.url());
  throw new Error(`No webview shows ${selector}. Frames:\n${urls.join('\n')}`);
}
