import { describe, expect, test } from 'vitest';
import { control } from './support/controls';
import { openPanel } from './support/openPanel';
import { checkoutTextWith } from './support/plans';
import { panelPerTest } from './support/panelPerTest';

const { open, opened } = panelPerTest(openPanel);

const answer = () => opened().page.locator('#answer').textContent();

/** `Sample size: 234,340 in all (computed)`, a line a quantity. */
async function quantities(): Promise<readonly string[]> {
  return await opened()
    .page.locator('.quantity')
    .evaluateAll((all) =>
      all.map((one) => {
        const part = (name: string) => one.querySelector(name)?.textContent?.trim() ?? '';
        return `${part('.what')}: ${part('.value')} (${part('.state')})`;
      }),
    );
}

describe('solve for', () => {
  test('one number is computed, the others are locked or follow; the file stays', async () => {
    const { page, host } = await open();
    // The README's numbers.
    expect(await quantities()).toEqual([
      'Sample size: 234,340 in all (computed)',
      'Power: 80 % (given)',
      'Smallest effect: +0.26 points (given)',
      'Duration: 20 days (follows)',
      'Share of traffic: 100 % (given)',
    ]);
    await page.getByRole('radio', { name: /^Duration/ }).check();
    await expect.poll(answer).toContain('It takes 20 days until 12,000 users a day');
    expect((await quantities())[3]).toBe('Duration: 20 days (computed)');
    expect(host.edits).toEqual([]);
  });

  test('a question without what it needs says what is missing, and where', async () => {
    const { page } = await open();
    await page.getByRole('radio', { name: /^Power/ }).check();
    await page.getByText('write design.sampleSizePerVariant').waitFor();
    expect(await answer()).toBe('This cannot be computed from the plan yet.');
  });

  test('with a fixed length the power is computed, and the choice is kept', async () => {
    const text = checkoutTextWith(['power: 0.8', 'power: 0.8, days: 14']);
    await open({ text, kept: { solveFor: 'power' } });
    expect(await answer()).toContain('With 168,000 users (14 days) the power is');
    const [size, power, , days] = await quantities();
    expect([size, days]).toEqual([
      'Sample size: 168,000 in all (follows)',
      'Duration: 14 days (given)',
    ]);
    // z = 0.0026 / √((0.052·0.948 + 0.0546·0.9454) / 84000) − 1.96 = 0.4123, of which Φ is 66 %.
    expect(power).toBe('Power: 66 % (computed)');
  });
});

describe('match a tool', () => {
  test('the tool’s number, what it is worth, and what it ignores', async () => {
    const { page, host } = await open({
      text: checkoutTextWith(
        ['baseline: 0.052', 'baseline: 0.2'],
        ['relative: 0.05', 'absolute: 0.05'],
        ['power: 0.8', 'power: 0.9'],
      ),
    });
    await control(page, 'match').click();
    await page.getByRole('option', { name: 'PostHog’s recommendation' }).click();
    // 16 · 0.16 / 0.0025 by hand.
    await expect.poll(answer).toContain('PostHog’s recommendation gives 1,024 in a variant');
    expect(host.edits).toEqual([]);
    await page.getByText('The answer in full').click();
    await page.getByText('ignores the plan’s power (90 %)').waitFor();
  });
});

describe('bounds of the looks', () => {
  test('a picture with a sentence and a table', async () => {
    const { page } = await open({
      text: checkoutTextWith([
        'analysis: fixed-horizon',
        'analysis: group-sequential, looks: 5, bounds: pocock',
      ]),
    });
    const chart = page.locator('#chart-bounds');
    // Jennison and Turnbull 2000, table 2.1: C = 2.413 for five looks.
    expect(await chart.locator('figcaption').textContent()).toContain(
      'a success from z = 2.41 at the first look, from 2.41 at the last',
    );
    await chart.locator('summary').click();
    expect(await chart.locator('tbody tr').count()).toBe(5);
    expect(await chart.locator('tbody tr').first().locator('td').nth(2).textContent()).toBe('2.41');
    expect(await chart.locator('svg [stroke-dasharray]').count()).toBeGreaterThan(0);
  });
});
