import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from './support/browser';
import { input } from './support/controls';
import { openPanel, type OpenPanel } from './support/openPanel';
import { checkoutTextWith } from './support/plans';
import { resultWith, scriptedWorker } from './support/scriptedWorker';

let browser: Browser;
let panel: OpenPanel;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterEach(async () => {
  expect(panel.complaints).toEqual([]);
  await panel.close();
});
afterAll(async () => {
  await browser.close();
});

/** A key typed now is on the screen soon: on a busy machine within a second. */
async function takesKeys(page: Page): Promise<void> {
  const begun = Date.now();
  await input(page, 'seed').fill('12');
  expect(await input(page, 'seed').inputValue()).toBe('12');
  expect(Date.now() - begun).toBeLessThan(3000);
}

const power = 'power: 0.8';

test.each<readonly [string, readonly (readonly [string, string])[], RegExp]>([
  [
    '10^12 users',
    [
      [power, `${power}, sampleSizePerVariant: 500000000000`],
      ['newUnitsPerDay: 12000', 'newUnitsPerDay: 1000000000000'],
    ],
    /are more than there are people; a simulation takes at most/,
  ],
  [
    'no traffic',
    [['newUnitsPerDay: 12000', 'newUnitsPerDay: 0']],
    /Without traffic nobody arrives/,
  ],
  [
    'a traffic that takes a thousand years',
    [['newUnitsPerDay: 12000', 'newUnitsPerDay: 1']],
    /a simulation takes at most 730/,
  ],
])('%s: a sentence, and the panel goes on', async (_what, replacements, sentence) => {
  panel = await openPanel(browser, { text: checkoutTextWith(...replacements) });
  const { page } = panel;
  await page.locator('#run').click();
  await page.locator('main').getByText(sentence).first().waitFor();
  await takesKeys(page);
});

test('365 looks: the answer is there, pictures that would hold it up are left out and it is said', async () => {
  panel = await openPanel(browser, {
    text: checkoutTextWith(['analysis: fixed-horizon', 'analysis: group-sequential, looks: 365']),
  });
  const { page } = panel;
  await page.locator('.left-out').getByText('more than 30 looks').waitFor();
  await page.locator('#chart-power').waitFor();
  await takesKeys(page);
});

test('a run over its budget says why it does less than was asked for', async () => {
  const message = 'The budget of 200,000,000,000 users drawn one by one ends the run.';
  const finished = resultWith({ budget: { code: 'over-budget', message } });
  panel = await openPanel(browser, { worker: scriptedWorker({ progress: [], finished }) });
  const { page } = panel;
  await page.locator('#run').click();
  await page.getByText(message).first().waitFor();
  await takesKeys(page);
});
