import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { input } from './support/controls';
import { openPanel } from './support/openPanel';
import { checkoutTextWith } from './support/plans';
import { resultWith, scriptedWorker } from './support/scriptedWorker';
import { panelPerTest } from './support/panelPerTest';

const { open } = panelPerTest(openPanel);

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
  const { page } = await open({ text: checkoutTextWith(...replacements) });
  await page.locator('#run').click();
  await page.locator('main').getByText(sentence).first().waitFor();
  await takesKeys(page);
});

test('365 looks: the answer is there, pictures that would hold it up are left out and it is said', async () => {
  const { page } = await open({
    text: checkoutTextWith(['analysis: fixed-horizon', 'analysis: group-sequential, looks: 365']),
  });
  await page.locator('.left-out').getByText('more than 30 looks').waitFor();
  await page.locator('#chart-power').waitFor();
  await takesKeys(page);
});

test('a run over its budget says why it does less than was asked for', async () => {
  const message = 'The budget of 200,000,000,000 users drawn one by one ends the run.';
  const finished = resultWith({ budget: { code: 'over-budget', message } });
  const { page } = await open({ worker: scriptedWorker({ progress: [], finished }) });
  await page.locator('#run').click();
  await page.getByText(message).first().waitFor();
  await takesKeys(page);
});
