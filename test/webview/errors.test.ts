import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Diagnostic, Severity } from '../../src/core/model/diagnostic';
import { launchBrowser } from './support/browser';
import { input } from './support/controls';
import type { FakeHost } from './support/fakeHost';
import { openPanel, type OpenOptions, type OpenPanel } from './support/openPanel';

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

function says(severity: Severity, line: number, column: number, message: string): Diagnostic {
  const start = { line, column };
  return { code: 'plan-test', severity, message, span: { start, end: start } };
}

function breakFile(host: FakeHost): void {
  host.broken = true;
  host.diagnostics = [
    says('information', 2, 0, 'launch is not read yet.'),
    says('error', 11, 15, 'power is 1.2; write a number above 0 and below 1.'),
    says('error', 7, 20, 'baseline is 0; write a number above 0 and below 1. <b>not markup</b>'),
  ];
}

describe('a file that cannot be read as a plan', () => {
  test('shows its errors with line numbers, errors first, as text', async () => {
    const { page, host } = await open({ prepare: breakFile });
    expect(await page.locator('h1').textContent()).toBe(
      'one_click_checkout.experiment.yaml cannot be shown as a plan yet',
    );
    expect(
      (await page.locator('.diagnostics li').allTextContents()).map((text) => text.trim()),
    ).toEqual([
      'Error: Line 8: baseline is 0; write a number above 0 and below 1. <b>not markup</b>',
      'Error: Line 12: power is 1.2; write a number above 0 and below 1.',
      'Note: Line 3: launch is not read yet.',
    ]);
    expect(await page.locator('input, textarea').count()).toBe(0);
    expect(host.received).toEqual([{ kind: 'ready' }]);
  });

  test('goes to the place of an error, and to the text', async () => {
    const { page, host } = await open({ prepare: breakFile });
    await page.getByRole('button', { name: 'Line 12' }).click();
    await page.getByRole('button', { name: 'Open as text' }).click();
    await expect
      .poll(() => host.received.slice(1))
      .toEqual([
        { kind: 'open-as-text', position: { line: 11, column: 15 } },
        { kind: 'open-as-text', position: null },
      ]);
  });

  test('shows the plan again as soon as it can be read, with what was being typed', async () => {
    const { page, host } = await open({});
    await input(page, 'metrics.0.baseline').fill('5.3');
    breakFile(host);
    await host.sendSnapshot();
    await page.locator('.broken').waitFor();
    host.broken = false;
    host.diagnostics = [];
    await host.sendSnapshot();
    await input(page, 'metrics.0.baseline').waitFor();
    expect(host.edits.length).toBeLessThanOrEqual(1);
    expect(await input(page, 'metrics.0.baseline').inputValue()).toBe('5.3');
  });
});

test('notes on a readable file stand above the plan', async () => {
  const { page, host } = await open({
    prepare: (host) => {
      host.diagnostics = [
        says('information', 20, 0, 'launch is accepted, but nothing reads it yet.'),
      ];
    },
  });
  const notes = page.getByRole('region', { name: 'Notes on the file' });
  expect(await notes.innerText()).toContain('launch is accepted');
  await notes.getByRole('button', { name: 'Line 21' }).click();
  await expect
    .poll(() => host.received.at(-1))
    .toEqual({
      kind: 'open-as-text',
      position: { line: 20, column: 0 },
    });
  expect(await page.locator('#answer').textContent()).toContain('234,340');
});

test('a plan without a size says why', async () => {
  const { page, host } = await open({});
  await host.changeFile({ ...host.plan, design: { ...host.plan.design, power: 0.01 } });
  await page.getByText('No sample size can be given for this plan.').waitFor();
  await page.getByText('A power of 0.01 needs no data').waitFor();
  expect(await page.getByRole('img').count()).toBe(0);
});
