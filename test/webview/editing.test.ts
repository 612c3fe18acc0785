import { describe, expect, test } from 'vitest';
import { control, enter, input } from './support/controls';
import { openPanel } from './support/openPanel';
import { checkoutText, checkoutTextWith } from './support/plans';
import { panelPerTest } from './support/panelPerTest';

const baseline = 'metrics.0.baseline';
const hypothesis = 'One-click checkout raises conversion.';
const { open } = panelPerTest(openPanel);

describe('typing', () => {
  test.each(['Enter', 'Tab'])('%s sends one edit with exactly the number typed', async (key) => {
    const { page, host } = await open();
    await input(page, baseline).fill('5.3');
    expect(host.edits).toEqual([]);
    await input(page, baseline).press(key);
    await page.waitForFunction(() =>
      document.querySelector('#answer')?.textContent?.includes('229,'),
    );
    expect(host.edits).toEqual([[{ path: ['metrics', 0, 'baseline'], value: 0.053 }]]);
    expect(host.text).toBe(checkoutTextWith(['0.052', '0.053']));
    await input(page, 'flag').focus();
    expect(host.edits).toHaveLength(1);
    expect(await input(page, baseline).inputValue()).toBe('5.3');
  });

  test('a click elsewhere sends it too', async () => {
    const { page, host } = await open();
    await input(page, 'hypothesis').fill('People want to be done.');
    await page.locator('h1').click();
    await expect
      .poll(() => host.edits)
      .toEqual([[{ path: ['hypothesis'], value: 'People want to be done.' }]]);
  });

  test('what cannot be meant is not sent, and says why', async () => {
    const { page, host } = await open();
    await enter(page, baseline, '120');
    const error = page.locator('.field', { has: control(page, baseline) }).locator('.error');
    expect(await error.textContent()).toBe(
      '120 is out of range. Type a number: above 0 %, below 100 %.',
    );
    expect(await input(page, baseline).getAttribute('aria-invalid')).toBe('true');
    expect(await input(page, baseline).getAttribute('aria-description')).toContain('out of range');
    expect(await page.locator('[role=status]').textContent()).toContain('Baseline: 120 is out');
    expect(await input(page, baseline).inputValue()).toBe('120');
    expect(host.edits).toEqual([]);
    await enter(page, baseline, '6');
    await expect.poll(() => host.edits).toHaveLength(1);
    expect(await error.count()).toBe(0);
  });

  test('typing the same number again sends nothing', async () => {
    const { page, host } = await open();
    await enter(page, baseline, '5.20 %');
    await expect.poll(() => input(page, baseline).inputValue()).toBe('5.2');
    expect(host.edits).toEqual([]);
  });

  test('Escape takes back what was typed', async () => {
    const { page, host } = await open();
    await input(page, baseline).fill('9');
    await input(page, baseline).press('Escape');
    expect(await input(page, baseline).inputValue()).toBe('5.2');
    await input(page, baseline).press('Tab');
    expect(host.edits).toEqual([]);
  });

  test('an edit that the host refuses stays in the field with the reason', async () => {
    const { page } = await open({
      prepare: (host) => {
        host.refuseNext = 'The file changed on disk.';
      },
    });
    await enter(page, baseline, '7');
    await page.locator('.error', { hasText: 'The file changed on disk.' }).waitFor();
    expect(await input(page, baseline).inputValue()).toBe('7');
  });

  test('a slow host does not let the field jump back', async () => {
    const { page, host } = await open();
    host.silent = true;
    await enter(page, baseline, '5.3');
    await expect.poll(() => host.edits).toHaveLength(1);
    await page.locator('h1').click();
    expect(await input(page, baseline).inputValue()).toBe('5.3');
    expect(host.edits).toHaveLength(1);
  });
});

describe('choices and buttons', () => {
  test('the effect said in points writes the same effect', async () => {
    const { page, host } = await open();
    await control(page, 'metrics.0.minimumDetectableEffect').click();
    await page.getByRole('option', { name: 'percentage points' }).click();
    await expect
      .poll(() => host.plan?.metrics[0]?.minimumDetectableEffect)
      .toEqual({ absolute: 0.0026 });
    expect(host.edits).toHaveLength(1);
    expect(await input(page, 'metrics.0.minimumDetectableEffect.absolute').inputValue()).toBe(
      '0.26',
    );
    expect(await page.locator('#answer').textContent()).toContain('234,340 users');
  });

  test('a choice is made with the keyboard alone', async () => {
    const { page, host } = await open();
    await control(page, 'design.sides').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => host.edits).toEqual([[{ path: ['design', 'sides'], value: 'one' }]]);
  });

  test('a variant is added and removed', async () => {
    const { page, host } = await open();
    await page.getByRole('button', { name: 'Add variant' }).click();
    await expect.poll(() => host.plan?.variants.length).toBe(3);
    await page.getByRole('button', { name: 'Remove variant variant-3' }).click();
    await expect.poll(() => host.plan?.variants.length).toBe(2);
    expect(host.text).toBe(checkoutText);
  });

  test('a change by a button that the host refuses is said', async () => {
    const { page } = await open({
      prepare: (host) => {
        host.refuseNext = 'The file is locked.';
      },
    });
    await page.getByRole('button', { name: 'Add variant' }).click();
    await page.locator('.notice', { hasText: 'The file is locked.' }).waitFor();
  });
});

describe('the file is the truth', () => {
  const changed = checkoutTextWith(['baseline: 0.052', 'baseline: 0.08']);

  test('a change from outside shows at once, also in a field that has the focus', async () => {
    const { page, host } = await open();
    await input(page, baseline).focus();
    await host.changeFile(changed);
    await expect.poll(() => input(page, baseline).inputValue()).toBe('8');
    expect(await page.locator('#answer').textContent()).not.toContain('234,340');
    await input(page, baseline).press('Tab');
    expect(host.edits).toEqual([]);
  });

  test('typing goes on while the file changes, and is told what the file says', async () => {
    const { page, host } = await open();
    await input(page, baseline).fill('9');
    await host.changeFile(changed);
    await page.locator('.note', { hasText: 'The file now says 8.' }).waitFor();
    expect(await input(page, baseline).inputValue()).toBe('9');
    await input(page, baseline).press('Enter');
    await expect.poll(() => host.plan?.metrics[0]?.baseline).toBe(0.09);
  });

  test('a refused text in a field people have left gives way to the file', async () => {
    const { page, host } = await open();
    await enter(page, baseline, '120');
    await input(page, 'flag').focus();
    await host.changeFile(changed);
    await expect.poll(() => input(page, baseline).inputValue()).toBe('8');
  });

  test('a read-only file can be read, not changed', async () => {
    const { page } = await open({
      prepare: (host) => {
        host.editable = false;
      },
    });
    expect(await input(page, baseline).getAttribute('readonly')).not.toBeNull();
    expect(await page.getByRole('combobox', { name: 'Test' }).getAttribute('aria-disabled')).toBe(
      'true',
    );
    expect(await page.getByRole('button', { name: 'Add variant' }).isDisabled()).toBe(true);
    await page.getByText('This file is read-only.').waitFor();
  });
});

describe('undo', () => {
  test('without typed text, one Ctrl+Z is one undo of the file', async () => {
    const { page, host } = await open();
    await enter(page, baseline, '5.3');
    await expect.poll(() => host.plan?.metrics[0]?.baseline).toBe(0.053);
    await enter(page, 'design.power', '90');
    await expect.poll(() => host.plan?.design.power).toBe(0.9);
    await page.keyboard.press('Control+z');
    await expect.poll(() => input(page, 'design.power').inputValue()).toBe('80');
    expect(host.plan?.metrics[0]?.baseline).toBe(0.053);
    await page.keyboard.press('Control+z');
    await expect.poll(() => input(page, baseline).inputValue()).toBe('5.2');
    await page.keyboard.press('Control+Shift+z');
    await expect.poll(() => input(page, baseline).inputValue()).toBe('5.3');
    await page.keyboard.press('Control+y');
    await expect.poll(() => input(page, 'design.power').inputValue()).toBe('90');
    expect(host.keys).toEqual(['undo-key', 'undo-key', 'redo-key', 'redo-key']);
    expect(host.edits).toHaveLength(2);
  });

  test('with typed text, Ctrl+Z is the field’s until nothing is left of it', async () => {
    const { page, host } = await open();
    await enter(page, baseline, '5.3');
    await expect.poll(() => host.plan?.metrics[0]?.baseline).toBe(0.053);
    await input(page, 'hypothesis').focus();
    await page.keyboard.press('End');
    await page.keyboard.type('!');
    await page.keyboard.press('Control+z');
    await expect.poll(() => input(page, 'hypothesis').inputValue()).toBe(hypothesis);
    expect(host.keys).toEqual([]);
    expect(host.plan?.metrics[0]?.baseline).toBe(0.053);
    await page.keyboard.press('Control+z');
    await expect.poll(() => host.plan?.metrics[0]?.baseline).toBe(0.052);
    expect(host.keys).toEqual(['undo-key']);
  });
});

describe('save', () => {
  test('Ctrl+S sends what was typed first, then has it saved', async () => {
    const { page, host } = await open();
    await input(page, baseline).fill('5.3');
    await page.keyboard.press('Control+s');
    await expect.poll(() => host.saved).toBe(checkoutTextWith(['0.052', '0.053']));
    expect(host.received.map(({ kind }) => kind)).toEqual(['ready', 'edit', 'save']);
    expect(host.keys).toEqual([]);
  });

  test('without typed text Ctrl+S is VS Code’s', async () => {
    const { page, host } = await open();
    await input(page, baseline).focus();
    await page.keyboard.press('Control+s');
    await expect.poll(() => host.keys).toEqual(['save-key']);
    expect(host.received.map(({ kind }) => kind)).toEqual(['ready']);
  });
});
