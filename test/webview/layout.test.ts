import { expect, test } from 'vitest';
import { openPanel, type OpenPanel } from './support/openPanel';
import { resultWith, scriptedWorker } from './support/scriptedWorker';
import { checkoutText, checkoutTextWith } from './support/plans';
import { panelPerTest } from './support/panelPerTest';

const { open } = panelPerTest(openPanel);

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

const longNames = checkoutTextWith(
  [
    'flag: one_click_checkout',
    'flag: checkout_flow_with_a_very_long_key_that_nobody_can_break_anywhere',
  ],
  [
    'name: treatment, weight: 50',
    'name: treatment_with_a_name_that_goes_on_and_on_and_on, weight: 7',
  ],
  ['name: conversion', 'name: conversion_of_everybody_who_saw_the_new_checkout_flow'],
);

const manyParts = checkoutTextWith(
  ['analysis: fixed-horizon', 'analysis: group-sequential, looks: 5, futility: { bounds: power }'],
  ['kind: proportion', 'kind: mean, deviation: 40, covariate: { correlation: 0.5 }'],
  ['baseline: 0.052', 'baseline: 60'],
  [
    'exposedShare: 1',
    'exposedShare: 1, ramp: [0.01, 0.05, 0.25], weekday: [1, 1, 1, 1, 1, 0.6, 0.6]',
  ],
);

const windows = [
  { name: '320 CSS pixels', width: 320, height: 640 },
  { name: '400', width: 400, height: 800 },
  { name: '1280 by 1024 at 200 % zoom', width: 640, height: 512 },
  { name: 'just before two columns', width: 859, height: 700 },
  { name: 'two columns', width: 860, height: 700 },
  { name: '1920', width: 1920, height: 1080 },
];

test.each([
  ['the example', checkoutText],
  ['long names', longNames],
  ['looks, a mean, clusters and a ramp', manyParts],
])('nothing sticks out in any window: %s', async (_what, text) => {
  const { page } = await open({
    text,
    kept: {
      open: [
        'assumptions',
        'full',
        'table-power',
        'table-effect',
        'table-bounds',
        'table-estimate',
        'more-metrics.0',
        'more-design',
        'more-traffic',
      ],
    },
    worker: scriptedWorker({ progress: [], finished: resultWith() }),
  });
  await page.locator('#run').click();
  for (const { name, width, height } of windows) {
    await page.setViewportSize({ width, height });
    const drawn = () => page.locator('#chart-estimate svg').getAttribute('width');
    await expect.poll(async () => Number(await drawn())).toBeLessThan(width);
    await expect.poll(() => sticksOut(page), { message: name }).toEqual([]);
  }
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
  const drawn = async () => Number(await page.locator('#chart-power svg').getAttribute('width'));
  const room = () =>
    page
      .locator('#chart-power .picture')
      .evaluate((picture) => Math.floor(picture.getBoundingClientRect().width));
  await expect.poll(async () => (await drawn()) === (await room())).toBe(true);
  const before = await drawn();
  await page.setViewportSize({ width: 340, height: 900 });
  await expect.poll(async () => (await drawn()) === (await room())).toBe(true);
  expect(await drawn()).not.toBe(before);
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
