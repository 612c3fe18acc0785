import type { Locator, Page } from 'playwright-core';

/** The key may be swallowed while the workbench or an editor is still loading: it is tried again. */
const ATTEMPTS = 5;
const ATTEMPT_MS = 2_000;

/** Opens the quick input (F1: commands, Control+P: files) and returns its text field. */
export async function openQuickInput(page: Page, key: 'F1' | 'ControlOrMeta+p'): Promise<Locator> {
  const input = page.locator('.quick-input-widget .quick-input-filter input');
  for (let attempt = 1; ; attempt++) {
    await page.keyboard.press(key);
    try {
      await input.waitFor({ state: 'visible', timeout: ATTEMPT_MS });
      return input;
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
    }
  }
}
