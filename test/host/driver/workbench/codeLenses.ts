import type { Locator, Page } from 'playwright-core';

/** The single lenses of all visible editors: one element for each, in the order of the document. */
function lensItems(page: Page): Locator {
  return page.locator('.codelens-decoration > :is(a, span[id])');
}

/** The texts of the lenses on the screen. Lines outside of the visible part have none. */
export async function codeLensTexts(page: Page): Promise<string[]> {
  const texts = await lensItems(page).allInnerTexts();
  return texts.map(normalizeSpaces);
}

/** The lens with this text, or whose text the expression matches; wait for it or click it. */
export function codeLens(page: Page, text: string | RegExp): Locator {
  return lensItems(page).filter({ hasText: text }).first();
}

/** Lenses draw their spaces as no-break spaces. */
function normalizeSpaces(text: string): string {
  return text.replaceAll('\u00a0', ' ').trim();
}
