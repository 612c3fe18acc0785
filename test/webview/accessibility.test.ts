import { describe, expect, test } from 'vitest';
import { axeViolations } from './support/axe';
import { enter, input } from './support/controls';
import { focusables } from './support/focusables';
import { checkoutTextWith } from './support/plans';
import { openPanel } from './support/openPanel';
import { resultWith, scriptedWorker } from './support/scriptedWorker';
import { themeNames } from './support/themes';
import { panelPerTest } from './support/panelPerTest';

const { open } = panelPerTest(openPanel);

const sequentialText = checkoutTextWith([
  'analysis: fixed-horizon',
  'analysis: group-sequential, looks: 5, futility: { bounds: power }',
]);
const differing = resultWith({ agrees: false, standardErrorsApart: 5.1 });

describe.each(themeNames)('axe finds nothing in %s', (theme) => {
  test('on the plan, with everything folded out, an error and a result', async () => {
    const { page } = await open({
      theme,
      kept: {
        open: ['assumptions', 'full', 'table-power', 'table-days', 'table-estimate', 'rules'],
      },
      worker: scriptedWorker({ progress: [], finished: differing, runs: 1 }),
    });
    await enter(page, 'design.power', '120');
    await page.getByRole('button', { name: 'Run' }).click();
    await page.locator('.verdict').waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await enter(page, 'design.power', '90');
    await page.getByText('Simulating the changed plan.').waitFor();
    expect(await axeViolations(page)).toEqual([]);
  });

  test('while a simulation runs', async () => {
    const progress = [resultWith({ replications: { done: 2000, planned: 10_000 } })];
    const { page } = await open({ theme, worker: scriptedWorker({ progress }) });
    await page.getByRole('button', { name: 'Run' }).click();
    await page.locator('#cancel').waitFor();
    expect(await axeViolations(page)).toEqual([]);
  });

  test('on a plan with looks, matched and solved for something else', async () => {
    const { page } = await open({
      theme,
      text: sequentialText,
      kept: {
        open: ['full', 'table-bounds', 'more-metrics.0', 'more-design', 'more-traffic'],
        solveFor: 'duration',
        match: 'r',
      },
    });
    await page.locator('#chart-bounds svg').waitFor();
    expect(await axeViolations(page)).toEqual([]);
  });

  test('on a broken file', async () => {
    const { page } = await open({
      theme,
      text: checkoutTextWith(['baseline: 0.052', 'baseline: 0']),
    });
    expect(await axeViolations(page)).toEqual([]);
  });
});

describe('names', () => {
  test('everything that takes the focus has a name of its own, and inputs say why and how much', async () => {
    const { page } = await open();
    const found = (await focusables(page)).filter(({ role }) => role !== 'RootWebArea');
    expect(found.filter(({ name }) => name === '')).toEqual([]);
    const names = found.map(({ role, name }) => `${role} ${name}`).toSorted();
    expect(new Set(names).size).toBe(names.length);
    expect(names).toMatchInlineSnapshot(`
      [
        "DisclosureTriangle Assumes (4)",
        "DisclosureTriangle More : Design",
        "DisclosureTriangle More : Launch",
        "DisclosureTriangle More : Metric",
        "DisclosureTriangle More : Question",
        "DisclosureTriangle More : Traffic",
        "DisclosureTriangle More : Variants",
        "DisclosureTriangle Start from an example",
        "DisclosureTriangle Table : Days by baseline and effect",
        "DisclosureTriangle Table : Detectable effect against days",
        "DisclosureTriangle Table : Power against sample size",
        "DisclosureTriangle The answer in full",
        "button Add labels to collect",
        "button Add metric",
        "button Add variant",
        "button Another plan …",
        "button New seed",
        "button Open as text",
        "button Pin",
        "button Run",
        "combobox Analysis",
        "combobox Effect given in",
        "combobox Effect over time (simulated)",
        "combobox Expected to",
        "combobox Kind",
        "combobox Match a tool",
        "combobox Test",
        "radio Duration 20 days follows",
        "radio Power 80 % given",
        "radio Sample size 234,340 in all computed",
        "radio Share of traffic 100 % given",
        "radio Smallest effect +0.26 points given",
        "textbox Baseline",
        "textbox Days",
        "textbox Exposed share",
        "textbox Flag",
        "textbox Hypothesis",
        "textbox Metric name",
        "textbox Name of variant 1",
        "textbox Name of variant 2",
        "textbox New units a day",
        "textbox Power",
        "textbox Replications",
        "textbox Sample size per variant",
        "textbox Seed",
        "textbox Significance level",
        "textbox Smallest effect that matters",
        "textbox Stop at error",
        "textbox True effect",
        "textbox Unit",
        "textbox Weight of control",
        "textbox Weight of treatment",
      ]
    `);
    const inputs = found.filter(({ role }) => role === 'textbox' || role === 'combobox');
    expect(inputs.filter(({ description }) => description === '')).toEqual([]);
    expect(inputs.find(({ name }) => name === 'Baseline')?.description).toContain('below 100 %');
  });

  test('a chart is one image named by its sentence', async () => {
    const { page } = await open();
    const images = page.getByRole('img');
    expect(await images.count()).toBe(3);
    expect(await images.first().getAttribute('aria-label')).toBe(
      'Power reaches 80 % at 234,340 users; with half of them it is 51 %.',
    );
    expect(await images.locator('[aria-label], [role], [tabindex], title').count()).toBe(0);
    expect(await page.locator('#chart-power figcaption').textContent()).toBe(
      await images.first().getAttribute('aria-label'),
    );
  });

  test('a chart’s numbers are in a table behind a toggle', async () => {
    const { page } = await open();
    const table = page.locator('#chart-effect table');
    expect(await table.isVisible()).toBe(false);
    await page.locator('#chart-effect summary').click();
    expect(await table.isVisible()).toBe(true);
    expect(await table.locator('thead th').allTextContents()).toEqual([
      'Day',
      'Units so far',
      'Detectable effect, points',
      'Planned effect within reach',
    ]);
    const day = (number: number) =>
      table
        .locator('tbody tr')
        .nth(number - 1)
        .locator('td');
    expect(await day(19).last().textContent()).toBe('no');
    expect(await day(20).last().textContent()).toBe('yes');
    expect(await day(20).first().textContent()).toBe('240,000');
  });
});

describe('keyboard', () => {
  test('Tab goes through everything in the order it is read, and shows where it is', async () => {
    const { page } = await open();
    const seen: string[] = [];
    const unmarked: string[] = [];
    for (let i = 0; i < 60; i += 1) {
      await page.keyboard.press('Tab');
      const at = await page.evaluate(() => {
        const host = document.activeElement;
        if (host === null || host === document.body) return null;
        let inner = host;
        while (inner.shadowRoot?.activeElement) inner = inner.shadowRoot.activeElement;
        const parts = [inner, ...(host.shadowRoot?.querySelectorAll('.root, .control') ?? [])];
        const focusColours = new Set<string>();
        const probe = document.createElement('i');
        probe.style.color = 'var(--vscode-focusBorder)';
        document.body.append(probe);
        focusColours.add(getComputedStyle(probe).color);
        probe.remove();
        const marked = parts.some((part) => {
          const { outlineStyle, outlineColor, borderColor } = getComputedStyle(part);
          return (
            (outlineStyle !== 'none' && focusColours.has(outlineColor)) ||
            focusColours.has(borderColor)
          );
        });
        return { name: host.id || (host.textContent ?? '').trim(), marked };
      });
      if (at === null) break;
      seen.push(at.name);
      if (!at.marked) unmarked.push(at.name);
    }
    expect(seen).toMatchInlineSnapshot(`
      [
        "Open as text",
        "Start from an example",
        "solve-for-sample-size",
        "match",
        "flag",
        "hypothesis",
        "unit",
        "More: Question",
        "variants.0.name",
        "variants.0.weight",
        "variants.1.name",
        "variants.1.weight",
        "More: Variants",
        "variants.add",
        "metrics.0.name",
        "metrics.0.kind",
        "metrics.0.baseline",
        "metrics.0.direction",
        "metrics.0.minimumDetectableEffect",
        "metrics.0.minimumDetectableEffect.relative",
        "More: Metric",
        "metrics.add",
        "labels.add",
        "traffic.newUnitsPerDay",
        "traffic.exposedShare",
        "More: Traffic",
        "design.significanceLevel",
        "design.power",
        "design.sides",
        "design.analysis",
        "design.sampleSizePerVariant",
        "design.days",
        "More: Design",
        "simulation.effect",
        "simulation.overTime",
        "More: Launch",
        "Assumes (4)",
        "The answer in full",
        "Table: Power against sample size",
        "Table: Detectable effect against days",
        "Table: Days by baseline and effect",
        "pin",
        "other-plan",
        "seed",
        "replications",
        "error",
        "run",
        "new-seed",
      ]
    `);
    expect(unmarked).toEqual([]);
  });

  test('a plan is changed, simulated and read without a mouse', async () => {
    const { page, host } = await open({
      worker: scriptedWorker({ progress: [], finished: resultWith() }),
    });
    await input(page, 'metrics.0.baseline').focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('5.3');
    await page.keyboard.press('Enter');
    await expect.poll(() => host.plan?.metrics[0]?.baseline).toBe(0.053);
    await page.locator('#run').focus();
    await page.keyboard.press('Enter');
    await page.locator('.verdict').waitFor();
    await page.locator('#chart-estimate summary').focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('#chart-estimate table').isVisible()).toBe(true);
    expect(await page.locator('[role=status]').textContent()).toContain('Simulation finished');
  });
});
