import { describe, expect, test } from 'vitest';
import { input } from './support/controls';
import { checkoutText, checkoutTextWith } from './support/plans';
import { openPanel } from './support/openPanel';
import { panelPerTest } from './support/panelPerTest';

const { open } = panelPerTest(openPanel);

const broken = checkoutTextWith(
  ['flag: one_click_checkout', 'flag: one_click_checkout\nstatus: <b>running</b>'],
  ['baseline: 0.052', 'baseline: 0'],
  ['power: 0.8', 'power: 1.2'],
);

describe('a file that cannot be read as a plan', () => {
  test('shows its errors with line numbers, errors first, as text', async () => {
    const { page, host } = await open({ text: broken });
    expect(await page.locator('h1').textContent()).toBe(
      'one_click_checkout.experiment.yaml cannot be shown as a plan yet',
    );
    const said = (await page.locator('.diagnostics li').allTextContents()).map((text) =>
      text.trim(),
    );
    expect(said).toHaveLength(3);
    expect(said[0]).toMatch(/^Error: Line 15: .*0/);
    expect(said[1]).toMatch(/^Error: Line 19: .*1\.2/);
    expect(said[2]).toMatch(/^Note: Line 4: .*status/);
    expect(await page.locator('input, textarea').count()).toBe(0);
    expect(host.received).toEqual([{ kind: 'ready' }]);
    expect(host.text).toBe(broken);
  });

  test('goes to the place of an error, and to the text', async () => {
    const { page, host } = await open({ text: broken });
    await page.getByRole('button', { name: 'Line 19' }).click();
    await page.getByRole('button', { name: 'Open as text' }).click();
    await expect
      .poll(() => host.received.slice(1))
      .toEqual([
        { kind: 'open-as-text', position: { line: 18, column: 42 } },
        { kind: 'open-as-text', position: null },
      ]);
  });

  test.each([
    ['empty', ''],
    ['no YAML', 'flag: [one\n'],
    ['no plan', '- 1\n- 2\n'],
    ['binary', '\u0000\u0001\u0002'],
  ])('is shown with its errors when it is %s', async (_what, text) => {
    const { page, host } = await open({ text });
    expect(await page.locator('.diagnostics .severity-error').count()).toBeGreaterThan(0);
    expect(host.received).toEqual([{ kind: 'ready' }]);
  });

  test('shows the plan again as soon as it can be read, with what was being typed', async () => {
    const { page, host } = await open({});
    await input(page, 'metrics.0.baseline').fill('5.3');
    await host.changeFile(broken);
    await page.locator('.broken').waitFor();
    await host.changeFile(checkoutText);
    await input(page, 'metrics.0.baseline').waitFor();
    expect(await input(page, 'metrics.0.baseline').inputValue()).toBe('5.3');
    expect(host.text).toBe(checkoutText);
  });
});

test('notes on a readable file stand above the plan', async () => {
  const text = `${checkoutText}status: running\n`;
  const { page, host } = await open({ text });
  const notes = page.getByRole('region', { name: 'Notes on the file' });
  expect(await notes.innerText()).toContain('status');
  await notes.getByRole('button', { name: 'Line 20' }).click();
  await expect
    .poll(() => host.received.at(-1))
    .toMatchObject({
      kind: 'open-as-text',
      position: { line: 19 },
    });
  expect(await page.locator('#answer').textContent()).toContain('234,340');
});

test('a plan without a size says why', async () => {
  const { page, host } = await open({});
  await host.changeFile(checkoutTextWith(['power: 0.8', 'power: 0.01']));
  await page.getByText('No sample size can be given for this plan.').waitFor();
  await page.getByText('A power of 0.01 needs no data').waitFor();
  expect(await page.getByRole('img').count()).toBe(0);
});
