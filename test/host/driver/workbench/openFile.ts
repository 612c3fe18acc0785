import type { Locator, Page } from 'playwright-core';
import type { HostKind } from '../hostOptions.js';
import { openQuickInput, quickInputRow } from './quickInput.js';

/** The place of a file in the workspace, and the 1-based line the cursor is put on. */
export interface FilePlace {
  /** Relative to the workspace folder, with forward slashes. */
  readonly file: string;
  readonly line?: number | undefined;
}

/** Opens a file as a person does and waits for its tab to be the active one. */
export async function openFile(page: Page, kind: HostKind, place: FilePlace): Promise<void> {
  const { file, line } = place;
  const name = file.split('/').at(-1) ?? file;
  // The file search of the web host takes what is typed for a glob over whole addresses and finds no
  // bare name; a path is looked up without a search.
  if (kind === 'web' && name === file) {
    await openFromExplorer(page, name);
    if (line !== undefined) await goToLine(page, line);
    return;
  }
  const input = await openQuickInput(page, 'ControlOrMeta+p');
  await input.fill(line === undefined ? file : `${file}:${line}`);
  await quickInputRow(page, name).waitFor();
  await page.keyboard.press('Enter');
  await activeTab(page, name).waitFor();
}

async function openFromExplorer(page: Page, name: string): Promise<void> {
  const row = page
    .locator('.explorer-folders-view .monaco-list-row[aria-level="1"]')
    .filter({ has: page.getByText(name, { exact: true }) });
  await row.dblclick();
  await activeTab(page, name).waitFor();
}

async function goToLine(page: Page, line: number): Promise<void> {
  const input = await openQuickInput(page, 'Control+g');
  await input.fill(`:${line}`);
  await page
    .locator('.quick-input-widget .monaco-list-row')
    .filter({ hasText: String(line) })
    .first()
    .click();
}

function activeTab(page: Page, name: string): Locator {
  return page.locator('.tab.active').filter({ hasText: name }).first();
}
