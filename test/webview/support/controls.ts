import type { Locator, Page } from 'playwright-core';

/** The control with this id (ids hold dots). */
export function control(page: Page, id: string): Locator {
  return page.locator(`[id="${id}"]`);
}

/** The input inside a text control's shadow. */
export function input(page: Page, id: string): Locator {
  return control(page, id).locator('input, textarea');
}

/** Types over what a text control holds and leaves it with Enter. */
export async function enter(page: Page, id: string, text: string): Promise<void> {
  await input(page, id).fill(text);
  await input(page, id).press('Enter');
}
