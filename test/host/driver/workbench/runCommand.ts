import type { Page } from 'playwright-core';
import { openQuickInput } from './quickInput.js';

/**
 * Runs a command as a person does: F1, its title, the row that says exactly that. The title is the
 * whole line of the palette, category included: `Flaglab: Set up this workspace`.
 */
export async function runCommand(page: Page, title: string): Promise<void> {
  const input = await openQuickInput(page, 'F1');
  await input.fill(`>${title}`);
  const row = page
    .locator('.quick-input-widget .monaco-list-row')
    .filter({ has: page.getByText(title, { exact: true }) })
    .first();
  await row.click();
}
