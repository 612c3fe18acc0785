import { describe, expect, test } from 'vitest';
import { planSchema, type Plan } from '../../../src/core/experiment/plan/planSchema';
import type { FieldEntry, PlanField } from '../../../webview/simulator/fields/planField';
import { planFields } from '../../../webview/simulator/fields/planFields';
import { applyEdits } from '../support/applyEdits';
import { parsePlan } from '../../../src/core/experiment/plan/parsePlan';
import { checkoutText } from '../support/plans';

function planOf(text: string): Plan {
  const { plan } = parsePlan(text);
  if (plan === null) throw new Error('The example is broken.');
  return plan;
}

const checkoutPlan = planOf(checkoutText);

function allFields(plan: Plan): readonly PlanField[] {
  return planFields(plan).flatMap(({ rows }) => rows.flatMap(({ fields }) => fields));
}

function fieldOf(plan: Plan, id: string): PlanField {
  const found = allFields(plan).find((field) => field.id === id);
  if (found === undefined) throw new Error(`No field ${id}.`);
  return found;
}

function enter(id: string, typed: string, plan = checkoutPlan): FieldEntry {
  return fieldOf(plan, id).enter(typed);
}

const baseline = 'metrics.0.baseline';
const effect = 'metrics.0.minimumDetectableEffect';
const absolutePlan = applyEdits(checkoutPlan, [
  { path: ['metrics', 0, 'minimumDetectableEffect'], value: { absolute: 0.0026 } },
]);

describe('what is typed is what the file gets', () => {
  test.each([
    [baseline, '5.3', ['metrics', 0, 'baseline'], 0.053],
    [baseline, ' 5.3 % ', ['metrics', 0, 'baseline'], 0.053],
    [`${effect}.relative`, '7', ['metrics', 0, 'minimumDetectableEffect', 'relative'], 0.07],
    ['design.significanceLevel', '1', ['design', 'significanceLevel'], 0.01],
    ['design.power', '90', ['design', 'power'], 0.9],
    ['traffic.newUnitsPerDay', '9 000', ['traffic', 'newUnitsPerDay'], 9000],
    ['traffic.newUnitsPerDay', '0', ['traffic', 'newUnitsPerDay'], 0],
    ['traffic.exposedShare', '12.5', ['traffic', 'exposedShare'], 0.125],
    ['variants.1.weight', '10', ['variants', 1, 'weight'], 10],
    ['variants.1.name', ' one-click ', ['variants', 1, 'name'], 'one-click'],
    ['flag', 'fast_checkout', ['flag'], 'fast_checkout'],
    ['metrics.0.direction', 'decrease', ['metrics', 0, 'direction'], 'decrease'],
    ['design.sides', 'one', ['design', 'sides'], 'one'],
  ])('%s: %s', (id, typed, path, value) => {
    expect(enter(id, typed)).toEqual({ kind: 'edits', edits: [{ path, value }] });
  });

  test('an emptied hypothesis leaves the file', () => {
    expect(enter('hypothesis', '  ')).toEqual({ kind: 'edits', edits: [{ path: ['hypothesis'] }] });
  });

  test.each([
    [baseline, '5.20'],
    [baseline, '5.2 %'],
    ['traffic.exposedShare', '1e2'],
    ['unit', 'user '],
    ['design.sides', 'two'],
  ])('%s: %s changes nothing', (id, typed) => {
    expect(enter(id, typed)).toEqual({ kind: 'edits', edits: [] });
  });

  test.each([
    // 5 % of 5.2 % and back; by hand.
    [checkoutPlan, 'absolute', 'relative', 0.0026],
    [absolutePlan, 'relative', 'absolute', 0.05],
  ])('an effect said the other way stays the same effect', (plan, to, from, value) => {
    const path = ['metrics', 0, 'minimumDetectableEffect'];
    expect(enter(effect, to, plan)).toEqual({
      kind: 'edits',
      edits: [{ path: [...path, from] }, { path: [...path, to], value }],
    });
  });
});

describe('what cannot be meant is refused, with the range', () => {
  test.each([
    [baseline, '0', /above 0 %, below 100 %/],
    [baseline, '100', /above 0 %, below 100 %/],
    [baseline, '-1', /above 0 %, below 100 %/],
    [baseline, '', /Type a number: above 0 %/],
    [baseline, 'five', /"five" is not a number/],
    [baseline, '5,3', /without commas/],
    [baseline, '98', /lead to 102.9 %; a share stays between 0 % and 100 %/],
    [`${effect}.relative`, '2000', /lead to 109.2 %/],
    ['design.power', '120', /out of range.*below 100 %/],
    ['design.significanceLevel', '60', /up to 50 %/],
    ['traffic.newUnitsPerDay', '-5', /0 to 1,000,000,000,000/],
    ['traffic.newUnitsPerDay', '12,000', /without commas/],
    ['variants.1.weight', '0', /0.000001 to 1,000,000/],
    ['variants.1.name', 'control', /already named "control"/],
    ['variants.1.name', ' ', /cannot be empty/],
    ['variants.1.name', 'x'.repeat(201), /at most 200/],
    ['flag', '', /cannot be empty/],
  ])('%s: %s', (id, typed, message) => {
    const entry = enter(id, typed);
    expect(entry.kind === 'invalid' && entry.message).toMatch(message);
  });

  test('a direction in which the effect leads nowhere', () => {
    const plan = applyEdits(checkoutPlan, [
      { path: ['metrics', 0, 'minimumDetectableEffect'], value: { absolute: 0.06 } },
    ]);
    const entry = enter('metrics.0.direction', 'decrease', plan);
    expect(entry.kind === 'invalid' && entry.message).toMatch(/lead to -0.8 %/);
  });
});

describe('fields and schema agree', () => {
  const tried = ['0', '0.00001', '0.0001', '1', '49', '50', '50.1', '99.99', '100', '101', '1e15'];
  const numeric = allFields(checkoutPlan).filter(
    ({ control }) => control.kind === 'line' && control.numeric,
  );

  test.each(numeric.map((field) => [field.id, field] as const))(
    '%s takes a number exactly if the schema takes what is written for it',
    (_id, field) => {
      for (const typed of tried) {
        const entry = field.enter(typed);
        if (entry.kind === 'edits') {
          const written = applyEdits(checkoutPlan, entry.edits);
          expect(planSchema.safeParse(written).success, typed).toBe(true);
        } else {
          const places =
            field.control.kind === 'line' && field.control.unit?.includes('%') ? -2 : 0;
          const value = Number(`${typed.includes('e') ? Number(typed) : typed}e${places}`);
          const written = applyEdits(checkoutPlan, [{ path: field.id.split('.'), value }]);
          expect(planSchema.safeParse(written).success, typed).toBe(false);
        }
      }
    },
  );

  test('commands write plans that the schema takes', () => {
    const commands = planFields(checkoutPlan).flatMap(({ commands }) => commands);
    expect(commands.map(({ id }) => id)).toEqual(['variants.add', 'metrics.add', 'labels.add']);
    const three = applyEdits(
      checkoutPlan,
      commands.slice(0, 1).flatMap(({ edits }) => edits),
    );
    expect(planSchema.safeParse(three).success).toBe(true);
    expect(three.variants.map(({ name }) => name)).toEqual(['control', 'treatment', 'variant-3']);
    const removals = planFields(three).flatMap(({ rows }) => rows.flatMap((row) => row.commands));
    expect(removals.map(({ name }) => name)).toEqual([
      'Remove variant treatment',
      'Remove variant variant-3',
    ]);
    expect(applyEdits(three, removals[0]?.edits ?? []).variants.map(({ name }) => name)).toEqual([
      'control',
      'variant-3',
    ]);
  });
});

test('every field has a label, a name, a reason and an id of its own', () => {
  const fields = allFields(checkoutPlan);
  expect(fields.filter(({ label, name, why }) => !(label && name && why))).toEqual([]);
  expect(new Set(fields.map(({ id }) => id)).size).toBe(fields.length);
  expect(new Set(fields.map(({ name }) => name)).size).toBe(fields.length);
});
