import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editPlan } from '../../../../../src/core/experiment/plan/editPlan';
import { parsePlan } from '../../../../../src/core/experiment/plan/parsePlan';
import type { PlanEdit } from '../../../../../src/core/experiment/plan/planEdit';
import { applyTextEdits } from '../../../../../src/core/syntax/applyTextEdits';
import { examplePlan } from '../../../../support/examplePlan';
import { examplePlanText, examplePlanWith } from '../../../../support/examplePlanText';

function edited(text: string, edits: readonly PlanEdit[]): string {
  const { value, diagnostics } = editPlan(text, edits);
  expect(diagnostics).toEqual([]);
  return applyTextEdits(text, value!);
}

/** The example after one edit: one piece of its text is another; read by a person. */
function check(edit: PlanEdit, piece: string, replacement: string) {
  test(`${edit.path.join('.')} = ${JSON.stringify(edit.value)}`, () => {
    expect(edited(examplePlanText, [edit])).toBe(examplePlanWith(piece, replacement));
  });
}

describe('edits of the example', () => {
  check({ path: ['metrics', 0, 'baseline'], value: 0.06 }, '0.052', '0.06');
  check({ path: ['design', 'power'], value: 0.9 }, 'power: 0.8', 'power: 0.9');
  check({ path: ['design', 'days'], value: 21 }, 'fixed-horizon }', 'fixed-horizon, days: 21 }');
  check({ path: ['design', 'power'] }, 'power: 0.8, ', '');
  check({ path: ['traffic', 'exposedShare'] }, ', exposedShare: 1', '');
  check(
    { path: ['metrics', 0, 'test'], value: 'z-unpooled' },
    'relative: 0.05 } }',
    'relative: 0.05 }, test: z-unpooled }',
  );
  check(
    { path: ['metrics', 0, 'minimumDetectableEffect'], value: { absolute: 0.005 } },
    'relative: 0.05',
    'absolute: 0.005',
  );
  check(
    { path: ['variants', 2], value: { name: 'bold', weight: 25 } },
    'treatment, weight: 50 }\n',
    'treatment, weight: 50 }\n  - { name: bold, weight: 25 }\n',
  );
  check({ path: ['variants', 1] }, '  - { name: treatment, weight: 50 }\n', '');
  check({ path: ['unit'] }, 'unit: user\n', '');
  check(
    { path: ['status'], value: 'running' },
    'exposedShare: 1 }\n',
    'exposedShare: 1 }\nstatus: running\n',
  );
  check(
    { path: ['hypothesis'], value: 'It helps: a lot' },
    'One-click checkout raises conversion.',
    '"It helps: a lot"',
  );
  check(
    { path: ['result', 'variant'], value: 'treatment' },
    'exposedShare: 1 }\n',
    'exposedShare: 1 }\nresult: { variant: treatment }\n',
  );

  test('a group that is missing is made at its place', () => {
    const text = examplePlanWith(
      'design: { significanceLevel: 0.05, power: 0.8, sides: two, analysis: fixed-horizon }\n',
      '',
    );
    expect(edited(text, [{ path: ['design', 'power'], value: 0.9 }])).toBe(
      text.replace('traffic:', 'design: { power: 0.9 }\ntraffic:'),
    );
  });

  test('one scalar is one edit of its own text', () => {
    const { value } = editPlan(examplePlanText, [
      { path: ['metrics', 0, 'baseline'], value: 0.06 },
    ]);
    expect(value).toEqual([
      { span: { start: { line: 8, column: 67 }, end: { line: 8, column: 72 } }, newText: '0.06' },
    ]);
  });

  test('a broken file is not touched', () => {
    const { value, diagnostics } = editPlan(examplePlanWith('design: {', 'design: ['), [
      { path: ['unit'], value: 'account' },
    ]);
    expect(value).toBeNull();
    expect(diagnostics).toMatchObject([{ code: 'yaml-syntax', severity: 'error' }]);
  });

  test('a file with values that are wrong can be mended', () => {
    const text = examplePlanWith('power: 0.8', 'power: 80');
    expect(edited(text, [{ path: ['design', 'power'], value: 0.8 }])).toBe(examplePlanText);
  });
});

describe('any inputs of the panel', { timeout: 60_000 }, () => {
  const share = fc.double({ min: 0.001, max: 0.999, noNaN: true });

  test('what is written is what the plan says afterwards', () => {
    fc.assert(
      fc.property(
        share,
        share,
        fc.nat(1_000_000),
        fc.string(),
        (baseline, power, units, hypothesis) => {
          const text = edited(examplePlanText, [
            { path: ['metrics', 0, 'baseline'], value: baseline },
            { path: ['metrics', 0, 'minimumDetectableEffect'], value: { absolute: 0.0001 } },
            { path: ['design', 'power'], value: power },
            { path: ['traffic', 'newUnitsPerDay'], value: units },
            { path: ['hypothesis'], value: hypothesis },
          ]);
          const { plan, diagnostics } = parsePlan(text);
          expect(diagnostics).toEqual([]);
          // Fractions are written with 15 significant digits.
          const written = (value: number) => Number(value.toPrecision(15));
          expect(plan).toEqual({
            ...examplePlan,
            hypothesis,
            metrics: [
              {
                ...examplePlan.metrics[0]!,
                baseline: written(baseline),
                minimumDetectableEffect: { absolute: 0.0001 },
              },
            ],
            design: { ...examplePlan.design, power: written(power) },
            traffic: { newUnitsPerDay: units, exposedShare: 1 },
          });
        },
      ),
      { numRuns: 100 },
    );
  });
});
