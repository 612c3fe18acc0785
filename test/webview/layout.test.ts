import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from './support/browser';
import { openPanel, type OpenOptions, type OpenPanel } from './support/openPanel';
import { resultWith, scriptedWorker } from './support/scriptedWorker';
import { applyEdits } from './support/applyEdits';
import { checkoutPlan } from './support/plans';

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

async function open(options: OpenOptions): Promise<OpenPanel> {
  panel = await openPanel(browser, options);
  return panel;
}

/** Elements that stick out of the window to the side. */
async function sticksOut(page: OpenPanel['page']): Promise<readonly string[]> {
  return await page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const found = [...document.querySelectorAll('#panel *')].filter((element) => {
      const { right, width: own } = element.getBoundingClientRect();
      // What scrolls on its own, or is there for screen readers only, takes no room.
      const aside = element.closest('.table, .visually-hidden, svg');
      return own > 0 && right > width + 1 && aside === null;
    });
    const scrolls = document.documentElement.scrollWidth > width ? ['the page'] : [];
    return [
      ...scrolls,
      ...found.map(({ tagName, className, id }) => `${tagName} ${id} ${className}`),
    ];
  });
}

const longNames = applyEdits(checkoutPlan, [
  { path: ['flag'], value: 'checkout_flow_with_a_very_long_key_that_nobody_can_break_anywhere' },
  { path: ['variants', 1, 'name'], value: 'treatment_with_a_name_that_goes_on_and_on_and_on' },
  { path: ['variants', 1, 'weight'], value: 7 },
  { path: ['metrics', 0, 'name'], value: 'conversion_of_everybody_who_saw_the_new_checkout_flow' },
]);

describe.each([
  ['320 CSS pixels', 320, 640],
  ['400', 400, 800],
  // 1280 by 1024 at 200 % zoom.
  ['200 % zoom', 640, 512],
  ['just before two columns', 859, 700],
  ['two columns', 860, 700],
  ['1920', 1920, 1080],
])('at %s', (_name, width, height) => {
  test.each([
    ['the example', checkoutPlan],
    ['long names', longNames],
  ])('nothing sticks out: %s', async (_what, plan) => {
    const { page } = await open({
      width,
      height,
      plan,
      kept: { open: ['assumptions', 'table-power', 'table-effect', 'table-estimate'] },
      worker: scriptedWorker({ progress: [], finished: resultWith() }),
    });
    await page.locator('#run').click();
    await page.locator('#chart-estimate svg').waitFor();
    expect(await sticksOut(page)).toEqual([]);
  });
});

test('narrow columns stack, wide ones stand side by side', async () => {
  const { page } = await open({ width: 700 });
  const place = async (selector: string) => {
    const box = await page.locator(selector).boundingBox();
    if (box === null) throw new Error(`${selector} is not drawn.`);
    return box;
  };
  expect((await place('.results')).y).toBeGreaterThan((await place('.plan')).y);
  await page.setViewportSize({ width: 1200, height: 900 });
  await expect
    .poll(async () => (await place('.results')).x)
    .toBeGreaterThan((await place('.plan')).x + 380);
  expect((await place('.answer')).x).toBe((await place('.results')).x);
});

test('charts follow the width', async () => {
  const { page } = await open({ width: 700 });
  const svg = page.locator('#chart-power svg');
  const before = Number(await svg.getAttribute('width'));
  await page.setViewportSize({ width: 400, height: 900 });
  await expect.poll(async () => Number(await svg.getAttribute('width'))).toBeLessThan(before);
  const clipped = await page.locator('#chart-power').evaluate((chart) => {
    const box = chart.getBoundingClientRect();
    return [...chart.querySelectorAll('svg text')].filter((text) => {
      const { left, right } = text.getBoundingClientRect();
      return left < box.left - 1 || right > box.right + 1;
    }).length;
  });
  expect(clipped).toBe(0);
});

test('the place people had scrolled to is found again', async () => {
  const { page } = await open({ width: 500, kept: { scrollTop: 700 } });
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(700);
});
