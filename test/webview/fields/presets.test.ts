import { expect, test } from 'vitest';
import { editPlan } from '../../../src/core/experiment/plan/editPlan';
import { parsePlan } from '../../../src/core/experiment/plan/parsePlan';
import { solvePlan } from '../../../src/core/experiment/size/solvePlan';
import { createSimulation } from '../../../src/core/simulate/simulation';
import { applyTextEdits } from '../../../src/core/syntax/applyTextEdits';
import { groupSentence } from '../../../webview/simulator/fields/groupSentences';
import { planFields } from '../../../webview/simulator/fields/planFields';
import { presets } from '../../../webview/simulator/fields/presets';
import { checkoutText } from '../support/plans';

test.each(presets.map((preset) => [preset.label, preset] as const))(
  '%s is read, sized and simulated, and keeps flag, variants and traffic',
  (_label, { edits }) => {
    const { value } = editPlan(checkoutText, edits);
    const text = applyTextEdits(checkoutText, value ?? []);
    const { plan, diagnostics } = parsePlan(text);
    if (plan === null) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
    const solved = solvePlan(plan, 'sample-size');
    expect(solved.diagnostics).toEqual([]);
    expect(solved.value?.days).toBeGreaterThan(1);
    expect(createSimulation({ plan, seed: 1, replications: 100 }).kind).toBe('ready');
    expect(text).toContain('# Decided with Ana on 3 March.');
    const before = parsePlan(checkoutText).plan;
    expect([plan.flag, plan.variants, plan.traffic]).toEqual([
      before?.flag,
      before?.variants,
      before?.traffic,
    ]);
  },
);

test('every group says in a sentence what it holds', () => {
  const { plan } = parsePlan(checkoutText);
  if (plan === null) throw new Error('The plan is broken.');
  expect(planFields(plan).map(({ id }) => [id, groupSentence(plan, id)])).toEqual([
    ['question', 'Does one_click_checkout raise conversion, measured on each user?'],
    ['variants', 'treatment (50 %) against control (50 %).'],
    [
      'metrics.0',
      'conversion is at 5.2 % today; a change to 5.46 %, by 0.26 points, is worth finding.',
    ],
    ['traffic', '12,000 users a day take part.'],
    ['design', 'Two-sided at 5 %, found with a power of 80 %, looked at once, at the end.'],
    [
      'launch',
      'As the size assumes: the planned effect from the first day on, for everybody alike.',
    ],
  ]);
});
