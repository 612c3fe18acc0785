import { describe, expect, test } from 'vitest';
import { control, input } from './support/controls';
import { openPanel, type OpenOptions, type OpenPanel } from './support/openPanel';
import { checkoutText, checkoutTextWith } from './support/plans';
import { panelPerTest } from './support/panelPerTest';

const { open } = panelPerTest(openPanel);

const looks = checkoutTextWith([
  'analysis: fixed-horizon',
  'analysis: group-sequential, looks: 5, futility: { bounds: power }',
]);

/** A panel after a real run of a few launches, with the same seed the same everywhere. */
async function simulated(options: OpenOptions = {}): Promise<OpenPanel> {
  const panel = await open({ text: looks, ...options });
  const { page } = panel;
  await input(page, 'replications').fill('2000');
  await page.locator('#run').click();
  await page.locator('[role=status]', { hasText: 'finished' }).waitFor({ state: 'attached' });
  return panel;
}

const names = [
  'power',
  'effect',
  'days',
  'bounds',
  'film',
  'histogram',
  'peeking',
  'estimate',
  'decision',
  'traffic',
];

test('every picture has a caption that is its name, and a table behind a toggle', async () => {
  const { page } = await simulated();
  for (const name of names) {
    const chart = page.locator(`#chart-${name}`);
    const caption = await chart.locator('figcaption').textContent();
    expect(await chart.getByRole('img').getAttribute('aria-label'), name).toBe(caption);
    expect(caption, name).toMatch(/\.$/);
    await chart.locator('summary').click();
    expect(await chart.locator('tbody tr').count(), name).toBeGreaterThan(1);
  }
});

test.each(names)('the pointer over %s is told numbers', async (name) => {
  const { page } = await simulated();
  const picture = page.locator(`#chart-${name} .picture`);
  await picture.scrollIntoViewIfNeeded();
  await picture.hover();
  const tip = picture.locator('.tip-words');
  await tip.waitFor();
  expect(await tip.textContent()).toMatch(/\d/);
  await page.locator('h1').hover();
  await tip.waitFor({ state: 'detached' });
});

describe('copying', () => {
  async function copied(format: 'png' | 'svg' | 'csv'): Promise<OpenPanel['page']> {
    const { page } = await simulated();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.locator('#chart-peeking summary').click();
    await page.locator(`#copy-peeking-${format}`).click();
    await page.getByText(`${format.toUpperCase()} is in the clipboard.`).first().waitFor();
    return page;
  }

  test('the table as CSV', async () => {
    const page = await copied('csv');
    const csv = await page.evaluate(() => navigator.clipboard.readText());
    // Armitage, McPherson, Rowe 1969: 2 looks at 1.96.
    expect(csv.split('\r\n')[0]).toBe('Looks,By the formula,Simulated,95 % interval from,to');
    expect(csv).toContain('2,8.31 %,');
  });

  test('the picture as SVG, with title and description', async () => {
    const page = await copied('svg');
    const svg = await page.evaluate(() => navigator.clipboard.readText());
    expect(svg).toContain('<title>What peeking does</title>');
    expect(svg).not.toContain('--vscode');
  });

  test('the picture as PNG in the colours of the theme', async () => {
    const page = await copied('png');
    const corner = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const blob = await item!.getType('image/png');
      const bitmap = await createImageBitmap(blob);
      const canvas = document.createElement('canvas');
      const context = canvas.getContext('2d')!;
      context.drawImage(bitmap, 0, 0);
      const [r, g, b] = context.getImageData(2, 2, 1, 1).data;
      const paper = getComputedStyle(document.documentElement).backgroundColor;
      return { width: bitmap.width, colour: `rgb(${r}, ${g}, ${b})`, paper };
    });
    expect(corner.width).toBe(1600);
    expect(corner.colour).toBe(corner.paper);
  });
});

describe('one launch to be watched', () => {
  const shown = (page: OpenPanel['page']) => page.locator('#chart-film circle').count();

  test('goes a day back and on, and plays to its end', async () => {
    const { page } = await simulated();
    const whole = await shown(page);
    await page.locator('#film-back').click();
    await expect.poll(() => shown(page)).toBe(whole - 1);
    await page.locator('#film-on').click();
    await expect.poll(() => shown(page)).toBe(whole);
    await page.getByRole('button', { name: 'Play the launch day by day' }).click();
    await expect.poll(() => shown(page)).toBeLessThan(whole);
    await page
      .getByRole('button', { name: 'Play the launch day by day' })
      .waitFor({ timeout: 15_000 });
    expect(await shown(page)).toBe(whole);
  });

  test('another launch is another one', async () => {
    const { page } = await simulated();
    const before = await page.locator('#chart-film tbody').textContent();
    await page.locator('#film-another').click();
    await page.getByText(/^Launch 2, day/).waitFor();
    expect(await page.locator('#chart-film tbody').textContent()).not.toBe(before);
  });

  test('moves for nobody who wants less motion', async () => {
    const { page } = await simulated({ bodyClasses: ['vscode-reduce-motion'] });
    expect(await page.locator('#film-play').count()).toBe(0);
    await page.locator('#film-back').click();
  });
});

test('rules are compared on the same launches, and those that cannot be used say why', async () => {
  const { page } = await simulated();
  await page.locator('#fold-rules summary').click();
  const table = page.locator('.tables table').first();
  expect(await table.locator('tbody tr').count()).toBe(2);
  await page.getByLabel("Welch's t test").first().check();
  await table.locator('tbody tr', { hasText: 'welch' }).waitFor();
  expect(await page.locator('#rule-mann-whitney').isDisabled()).toBe(true);
  const why = await page.locator('#rule-mann-whitney').getAttribute('aria-describedby');
  expect(await page.locator(`#${why}`).textContent()).toMatch(/proportion/);
});

test('an example replaces question and metrics in one step', async () => {
  const { page, host } = await open();
  await page.locator('#fold-presets summary').click();
  await page.getByRole('button', { name: 'Latency guardrail' }).click();
  await expect
    .poll(() => host.plan?.metrics.map(({ name }) => name))
    .toEqual(['conversion', 'latency']);
  expect(host.plan?.flag).toBe('one_click_checkout');
  expect(host.edits.length).toBe(1);
});

test('another planner has its own picture of power, also beside a simulation', async () => {
  const { page } = await simulated({ text: checkoutText });
  const summary = () => page.locator('#chart-power figcaption').innerText();
  const own = await summary();
  await control(page, 'match').click();
  await page.getByRole('option', { name: 'Evan Miller', exact: false }).click();
  await page.getByText('Shown by').first().waitFor();
  expect(await summary()).not.toBe(own);
});
