import { describe, expect, test } from 'vitest';
import { metricKindRules, metricKinds } from '../../../src/core/experiment/plan/metricKinds';
import { editPlan } from '../../../src/core/experiment/plan/editPlan';
import { parsePlan } from '../../../src/core/experiment/plan/parsePlan';
import type { PlanEdit } from '../../../src/core/experiment/plan/planEdit';
import type { Plan } from '../../../src/core/experiment/plan/planSchema';
import { planFile } from '../../../src/core/experiment/plan/planFile';
import { solvePlan } from '../../../src/core/experiment/size/solvePlan';
import type { FieldNode } from '../../../src/core/schema/fieldNode';
import { applyTextEdits } from '../../../src/core/syntax/applyTextEdits';
import type { PlanField } from '../../../webview/simulator/fields/planField';
import { planFields } from '../../../webview/simulator/fields/planFields';
import { checkoutText } from '../support/plans';

function read(text: string): Plan {
  const { plan, diagnostics } = parsePlan(text);
  if (plan === null) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return plan;
}

function fieldsOf(plan: Plan): readonly PlanField[] {
  return planFields(plan).flatMap(({ rows, more = [] }) =>
    [...rows, ...more].flatMap(({ fields }) => fields),
  );
}

function written(text: string, edits: readonly PlanEdit[]): string {
  const { value, diagnostics } = editPlan(text, edits);
  if (value === null) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return applyTextEdits(text, value);
}

/** The file after values are entered in the panel one after the other: `id=value`. */
function entered(text: string, ...entries: readonly string[]): string {
  return entries.reduce((before, entry) => {
    const [id = '', typed = ''] = entry.split('=');
    const found = fieldsOf(read(before)).find((field) => field.id === id);
    if (found === undefined) throw new Error(`No field ${id}.`);
    const result = found.enter(typed);
    if (result.kind === 'invalid') throw new Error(`${entry}: ${result.message}`);
    return written(before, result.edits);
  }, text);
}

const metric = 'metrics.0';

/** Plans as people make them in the panel, alone by its inputs. */
const made: readonly (readonly string[])[] = [
  [],
  ...metricKinds.flatMap((kind) =>
    metricKindRules[kind].tests.map((name) => [
      `${metric}.kind=${kind}`,
      `${metric}.test=${name}`,
      // Exact tests are enumerated for small sizes only.
      ...(name.includes('exact') ? [`${metric}.minimumDetectableEffect.relative=200`] : []),
    ]),
  ),
  [`${metric}.hypothesis=non-inferiority`],
  [`${metric}.hypothesis=equivalence`, `${metric}.margin=absolute`],
  [
    `${metric}.hypothesis=non-inferiority`,
    `${metric}.expectedDifference=relative`,
    `${metric}.expectedDifference.relative=-0.5`,
  ],
  [`${metric}.covariate=true`, `${metric}.covariate.correlation=0.4`],
  [`${metric}.observations=true`],
  [`${metric}.label=true`, `${metric}.label.specificity=99`],
  [`${metric}.triggeredShare=20`, `${metric}.effectSource=observed`],
  ['design.cluster=true', 'design.cluster.variation=50', 'design.ratioAlarmLevel=0.1'],
  [
    'design.analysis=group-sequential',
    'design.looks=5',
    'design.bounds=power',
    'design.exponent=3',
  ],
  [
    'design.analysis=group-sequential',
    'design.futility=true',
    'design.futility.bounds=z',
    'design.futility.z=0.5',
  ],
  ['design.analysis=group-sequential', 'design.looks=0.3 0.6 1'],
  ['design.analysis=always-valid', 'design.vendor=growthbook', 'design.tuning=9000'],
  ['design.analysis=always-valid', 'design.method=msprt', 'design.mixing=0.5'],
  ['design.analysis=bayesian', 'design.prior=true', 'design.prior.kind=beta'],
  ['design.analysis=bayesian', 'design.rule=expectedLoss', 'design.rule.expectedLoss=0.001'],
  ['design.sampleSizePerVariant=5000', 'design.days=14', 'design.powerCounts=either-direction'],
  ['traffic.returning=true', 'traffic.returning.activeShare=20'],
  ['traffic.weekday=1 1 1 1 1 0.5 0.5', 'traffic.firstWeekday=friday'],
  [
    'simulation.effect=0.5',
    'simulation.overTime=true',
    'simulation.overTime.kind=learning',
    'simulation.overTime.days=7',
  ],
  ['simulation.bots=true', 'simulation.bots.share=3', 'simulation.lostShare=true'],
  [`${metric}.kind=ratio`, 'simulation.sessions=true', 'simulation.sessions.concentration=20'],
  [
    'simulation.segments=true',
    'simulation.segments.0.name=phones',
    'simulation.segments.0.share=75',
    'simulation.segments.1.effect=0',
  ],
  [
    'traffic.ramp=1 5 25',
    'traffic.excludeRamp=true',
    'telemetry=true',
    'telemetry.sampledShare=50',
  ],
];

describe.each(made.map((entries) => [entries.join(', ') || 'the example', entries] as const))(
  'a plan made by %s',
  (_name, entries) => {
    const text = entered(checkoutText, ...entries);
    const plan = read(text);

    test('is read and sized', () => {
      const { value, diagnostics } = solvePlan(plan, 'sample-size');
      expect(diagnostics).toEqual([]);
      expect(value?.total).toBeGreaterThan(1);
      expect(value?.warnings.filter(({ code }) => code === 'unused-keys')).toEqual([]);
    });

    test('shows what was entered, and each input has a label, a name of its own and a reason', () => {
      const fields = fieldsOf(plan);
      for (const entry of entries) {
        const [id = '', typed = ''] = entry.split('=');
        expect(fields.find((field) => field.id === id)?.text).toBe(typed);
      }
      expect(fields.filter(({ label, name, why }) => !(label && name && why.length > 5))).toEqual(
        [],
      );
      expect(fields.map(({ name }) => name).length).toBe(
        new Set(fields.map(({ name }) => name)).size,
      );
      expect(fields.map(({ id }) => id).length).toBe(new Set(fields.map(({ id }) => id)).size);
    });

    test('entering what a field shows changes nothing', () => {
      for (const field of fieldsOf(plan)) {
        expect({ id: field.id, entry: field.enter(field.text) }).toEqual({
          id: field.id,
          entry: { kind: 'edits', edits: [] },
        });
      }
    });

    test('every choice either leads to a plan that is read, or is refused with a reason', () => {
      for (const { id, control, enter } of fieldsOf(plan)) {
        if (control.kind !== 'choice') continue;
        for (const { value } of control.choices) {
          const entry = enter(value);
          if (entry.kind === 'edits')
            expect(() => read(written(text, entry.edits)), `${id}=${value}`).not.toThrow();
          else expect(entry.message.length).toBeGreaterThan(10);
        }
      }
    });
  },
);

/** Every key of plans that something reads: `metrics.0.covariate.correlation`. */
function keysOf(node: FieldNode, path: string): readonly string[] {
  if (node.help?.reserved === true) return [];
  const { shape } = node;
  switch (shape.kind) {
    case 'map':
      return [...shape.fields].flatMap(([key, inner]) =>
        keysOf(inner, path === '' ? key : `${path}.${key}`),
      );
    case 'list':
      return shape.item.shape.kind === 'map' ? keysOf(shape.item, `${path}.0`) : [path];
    case 'either': {
      const maps = shape.options.filter((option) => option.shape.kind === 'map');
      return maps.length === 0 ? [path] : maps.flatMap((option) => keysOf(option, path));
    }
    default:
      return [path];
  }
}

test('every key of a plan has an input in some plan', () => {
  // Always 1; what was found, by the analysis; groups of items that few label by, how the change is launched
  // (which has a panel of its own), as text.
  const asText = /^(?:version|result\..*|launch\..*|labels\.0\.strata.*)$/;
  const labelled = written(
    checkoutText,
    planFields(read(checkoutText)).flatMap(({ commands }) =>
      commands.filter(({ id }) => id === 'labels.add').flatMap(({ edits }) => edits),
    ),
  );
  const more = [
    ['labels.0.aim=floor'],
    ['design.analysis=group-sequential', 'design.bounds=power'],
    ['design.analysis=group-sequential', 'design.futility=true', 'design.futility.bounds=power'],
    ['design.analysis=bayesian', 'design.prior=true', 'design.rule=probability'],
    [`${metric}.minimumDetectableEffect=absolute`],
    [`${metric}.kind=quantile`, `${metric}.density=0.001`],
    [
      `${metric}.hypothesis=non-inferiority`,
      `${metric}.margin=absolute`,
      `${metric}.expectedDifference=absolute`,
    ],
  ];
  const several = written(checkoutText, [
    { path: ['metrics', 1], value: { ...read(checkoutText).metrics[0], name: 'second' } as never },
  ]);
  const custom = checkoutText.replace(
    'analysis: fixed-horizon',
    'analysis: group-sequential, looks: 2, bounds: custom, spending: [0.01, 0.05]',
  );
  const normal = checkoutText.replace(
    'analysis: fixed-horizon',
    'analysis: bayesian, prior: { kind: normal, mean: 0, deviation: 0.01 }',
  );
  const texts = [
    ...made.map((entries) => entered(checkoutText, ...entries)),
    ...more.map((entries) => entered(labelled, ...entries)),
    labelled,
    several,
    custom,
    normal,
  ];
  const shown = new Set(texts.flatMap((text) => fieldsOf(read(text)).map(({ id }) => id)));
  const keys = keysOf(planFile.field, '').filter((key) => !asText.test(key));
  expect(keys.filter((key) => !shown.has(key))).toEqual([]);
});

describe('what two values ask of each other is refused in the panel', () => {
  const typed = (text: string, id: string, value: string) =>
    fieldsOf(read(text))
      .find((field) => field.id === id)
      ?.enter(value);

  test.each([
    ['design.looks', '0.5 0.4 1', /do not rise/, ['design.analysis=group-sequential']],
    [
      'design.looks',
      '3',
      /"spending" has 5 values for 3 looks/,
      ['design.analysis=group-sequential', 'design.bounds=custom'],
    ],
    ['design.looks', '1 0', /could not be read/, ['design.analysis=group-sequential']],
    ['traffic.weekday', '0 0 0 0 0 0 0', /nobody ever comes/, []],
    [`${metric}.margin`, 'none', /"margin" is missing/, [`${metric}.hypothesis=non-inferiority`]],
  ] as const)('%s: %s', (id, value, message, entries) => {
    const entry = typed(entered(checkoutText, ...entries), id, value);
    expect(entry?.kind === 'invalid' && entry.message).toMatch(message);
  });
});
