import type { Page } from 'playwright-core';
import { openQuickInput } from './quickInput.js';

/** The place of a file in the workspace, and the 1-based line the cursor is put on. */
export interface FilePlace {
  /** Relative to the workspace folder, with forward slashes. */
  readonly file: string;
  readonly line?: number;
}

/** Opens a file through the quick input and waits for its tab to be the active one. */
export async function openFile(page: Page, { file, line }: FilePlace): Promise<void> {
  const input = await openQuickInput(page, 'ControlOrMeta+p');
  await input.fill(line === undefined ? file : `${file}:${line}`);
  const name = file.split('/').at(-1) ?? file;
  const row = page
    .locator('.quick-input-widget .monaco-list-row')
    .filter({ has: page.getByText(name, { exact: true }) })
    .first();
  await row.waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.tab.active').filter({ hasText: name }).first().waitFor();
}
