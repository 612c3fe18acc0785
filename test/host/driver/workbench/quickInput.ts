import type { Locator, Page } from 'playwright-core';

/** The key may be swallowed while the workbench or an editor is still loading: it is tried again. */
const ATTEMPTS = 5;
const ATTEMPT_MS = 2_000;

/** Keys that open the quick input for commands, files and lines, on every operating system. */
export type QuickInputKey = 'F1' | 'ControlOrMeta+p' | 'Control+g';

/** Opens the quick input and returns its text field. */
export async function openQuickInput(page: Page, key: QuickInputKey): Promise<Locator> {
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

/** The first row of the quick input in which this text stands by itself. */
export function quickInputRow(page: Page, text: string): Locator {
  return page
    .locator('.quick-input-widget .monaco-list-row')
    .filter({ has: page.getByText(text, { exact: true }) })
    .first();
}
