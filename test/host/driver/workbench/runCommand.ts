import type { Page } from 'playwright-core';
import { openQuickInput, quickInputRow } from './quickInput.js';

/** How often the palette is opened again for a command that it does not list yet. */
const ATTEMPTS = 15;
const ATTEMPT_MS = 2_000;

/**
 * Runs a command as a person does: F1, its title, the row that says exactly that. The title is the
 * whole line of the palette, category included: `Flaglab: Set up this workspace`. A palette that was
 * opened before the extensions were read does not learn of their commands, so it is opened again.
 */
export async function runCommand(page: Page, title: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const input = await openQuickInput(page, 'F1');
    await input.fill(`>${title}`);
    try {
      await quickInputRow(page, title).click({ timeout: ATTEMPT_MS });
      return;
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
      await page.keyboard.press('Escape');
    }
  }
}
