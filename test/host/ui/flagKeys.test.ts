import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensurePackaged } from '../../tasks/build.mjs';
import type { Host } from '../driver/host';
import { nodeHostKinds } from '../driver/hostKinds';
import { startHost } from '../driver/startHost';

const root = path.join(import.meta.dirname, '../../..');
const patience = { timeout: 60_000 };

describe.each(nodeHostKinds())('keys as people see them: %s', (kind) => {
  let host: Host;

  beforeAll(async () => {
    const vsix = await ensurePackaged();
    host = await startHost({
      kind,
      workspace: path.join(root, 'test/workspaces/shop'),
      extension: { vsix },
    });
    await host.openFile('src/search/SearchBox.jsx', 4);
    await host.codeLens('new_search').waitFor(patience);
  });

  afterAll(async () => host?.close());

  /** Labels of the Flags view's rows of one level. */
  const rows = (level: number) =>
    host.page
      .locator(`.pane-body .monaco-list-row[aria-level="${level}"] .label-name`)
      .allInnerTexts();

  test('the Flags view has groups, and a filter', async () => {
    await host.page
      .locator('.activitybar .action-label[aria-label^="Flaglab"]')
      .first()
      .click(patience);
    await expect.poll(() => rows(1), patience).toContain('Different for different people');
    expect(await rows(2)).toContain('one_click_checkout');
    await host.runCommand('Flaglab: Filter flags...');
    await host.page.getByText('Words in the key').first().waitFor(patience);
    await host.page.keyboard.type('search');
    await host.page.keyboard.press('Enter');
    await expect.poll(() => rows(2), patience).toEqual(['new_search', 'recommendations_limit']);
    await host.runCommand('Flaglab: Show all flags');
    await expect.poll(() => rows(2), patience).toContain('one_click_checkout');
  });

  test('a rename beyond the file at hand is shown before anything is changed', async () => {
    await host.openFile('src/search/SearchBox.jsx', 4);
    await host.page.getByText("'new_search'").first().click();
    const field = host.page.locator('.rename-box input.rename-input, .rename-box .rename-input');
    await host.page.keyboard.press('F2');
    await expect.poll(() => field.first().inputValue(), patience).toBe('new_search');
    await field.first().fill('meaning_search');
    await host.page.keyboard.press('Enter');
    const preview = host.page.locator('.bulk-edit-panel .monaco-list-row');
    await expect.poll(() => preview.count(), patience).toBe(8);
    const boxes = host.page.locator('.bulk-edit-panel .edit-checkbox');
    expect(await boxes.count()).toBe(8);
    expect(
      await boxes.evaluateAll((all) => all.filter((box) => box.matches(':checked')).length),
    ).toBe(0);
  });
});
