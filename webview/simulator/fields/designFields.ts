import type { PlanEdit } from '../../../src/core/experiment/plan/planEdit';
import type { Plan, PlanDesign } from '../../../src/core/experiment/plan/planSchema';
import { unusedDesignKeys } from '../../../src/core/experiment/size/unusedDesignKeys';
import { blockFields } from './blockField';
import { choiceField, edits, numberField } from './fieldKinds';
import type { FieldEntry, FieldGroup, PlanField } from './planField';
import { rowsOf } from './rowsOf';
import { schemaField } from './schemaField';
import { nodeAt, wordsAt } from './schemaWords';
import { designTexts, groupTexts, schemaTexts } from './texts';

function at(plan: Plan, ...keys: readonly string[]): readonly PlanField[] {
  return keys.map((key) => schemaField(plan, ['design', key]));
}

function riskFields({ design }: Plan): readonly PlanField[] {
  const { significance, power, sides } = designTexts;
  return [
    numberField({
      path: ['design', 'significanceLevel'],
      ...significance,
      value: design.significanceLevel,
      places: 2,
      unit: '%',
    }),
    numberField({
      path: ['design', 'power'],
      ...power,
      value: design.power,
      places: 2,
      unit: '%',
    }),
    choiceField({
      path: ['design', 'sides'],
      label: sides.label,
      why: sides.why,
      value: design.sides,
      choices: [
        { value: 'two', label: sides.two },
        { value: 'one', label: sides.one },
      ],
    }),
  ];
}

/** What the new way of analysing does not read leaves the file with the old one. */
function chooseAnalysis(design: PlanDesign, chosen: string): FieldEntry {
  const analysis = chosen as PlanDesign['analysis'];
  const removed = unusedDesignKeys({ ...design, analysis });
  return edits(
    { path: ['design', 'analysis'], value: analysis },
    ...removed.map((key) => ({ path: ['design', key] })),
  );
}

function analysisField({ design }: Plan): PlanField {
  const path = ['design', 'analysis'];
  const { shape } = nodeAt(path);
  const values = shape.kind === 'choice' ? shape.values.map(String) : [];
  return choiceField({
    path,
    label: wordsAt(path).label,
    why: designTexts.analysis.why,
    value: design.analysis,
    choices: values.map((value) => ({ value, label: value })),
    choose: (chosen) => chooseAnalysis(design, chosen),
  });
}

/** Bounds of one's own start with false alarms spent evenly. */
function spendingFor({ design }: Plan, chosen: string): readonly PlanEdit[] {
  const { looks = 5, significanceLevel, spending } = design;
  if (chosen !== 'custom' || spending !== undefined) return [];
  const count = typeof looks === 'number' ? looks : looks.length;
  const value = Array.from({ length: count }, (_, i) =>
    Math.min(significanceLevel, Number(((significanceLevel * (i + 1)) / count).toPrecision(6))),
  );
  return [{ path: ['design', 'spending'], value }];
}

function groupSequential(plan: Plan): readonly PlanField[] {
  const { bounds, futility } = plan.design;
  const byBounds = bounds === 'power' ? ['exponent'] : bounds === 'custom' ? ['spending'] : [];
  const byFutility =
    futility?.bounds === 'z' ? ['z'] : futility?.bounds === 'power' ? ['exponent'] : [];
  return [
    ...at(plan, 'looks'),
    schemaField(plan, ['design', 'bounds'], { along: (chosen) => spendingFor(plan, chosen) }),
    ...at(plan, ...byBounds),
    ...blockFields(plan, ['design', 'futility'], {
      inner: ['bounds', ...byFutility, 'binding'],
      // Two-sided futility is a band around 0: it needs a width.
      along: (chosen) =>
        chosen === 'z' && futility?.z === undefined
          ? [{ path: ['design', 'futility', 'z'], value: 0.5 }]
          : [],
    }),
  ];
}

function bayesian(plan: Plan): readonly PlanField[] {
  const byKind = { flat: [], normal: ['mean', 'deviation'], beta: ['alpha', 'beta'] };
  const { prior, rule } = plan.design;
  return [
    ...at(plan, 'looks'),
    ...blockFields(plan, ['design', 'prior'], {
      initial: { kind: 'flat' },
      inner: ['kind', ...byKind[prior?.kind ?? 'flat']],
      along: (chosen) =>
        chosen === 'normal' && prior?.deviation === undefined
          ? [{ path: ['design', 'prior', 'deviation'], value: 0.01 }]
          : [],
    }),
    ...ruleFields(plan, rule),
  ];
}

function ruleFields(plan: Plan, rule: PlanDesign['rule']): readonly PlanField[] {
  const path = ['design', 'rule'];
  const { label, why } = wordsAt(path);
  const key = rule === undefined ? null : 'probability' in rule ? 'probability' : 'expectedLoss';
  const initial = { probability: { probability: 0.95 }, expectedLoss: { expectedLoss: 0.0005 } };
  const choice = choiceField({
    path,
    label,
    why,
    value: key ?? '',
    choices: [
      { value: '', label: schemaTexts.leftOut },
      { value: 'probability', label: wordsAt([...path, 'probability']).label },
      { value: 'expectedLoss', label: wordsAt([...path, 'expectedLoss']).label },
    ],
    choose: (chosen) =>
      chosen === 'probability' || chosen === 'expectedLoss'
        ? edits({ path, value: initial[chosen] })
        : edits({ path }),
  });
  return key === null ? [choice] : [choice, schemaField(plan, [...path, key])];
}

function alwaysValid(plan: Plan): readonly PlanField[] {
  const { vendor, method } = plan.design;
  const isMixture = vendor === undefined ? method === 'msprt' : vendor === 'statsig';
  const bySort = isMixture ? (vendor === 'statsig' ? [] : ['mixing']) : ['tuning'];
  return at(plan, 'looks', 'method', 'vendor', ...bySort);
}

const byAnalysis: Readonly<Record<PlanDesign['analysis'], (plan: Plan) => readonly PlanField[]>> = {
  'fixed-horizon': (plan) => (plan.design.looks === undefined ? [] : at(plan, 'looks')),
  'group-sequential': groupSequential,
  'always-valid': alwaysValid,
  bayesian,
};

function moreFields(plan: Plan): readonly PlanField[] {
  const primaries = plan.metrics.filter(({ role }) => role === 'primary').length;
  const several = primaries * (plan.variants.length - 1) > 1;
  const { correction, success } = plan.design;
  return [
    ...(several || correction !== undefined ? at(plan, 'correction') : []),
    ...(primaries > 1 || success !== undefined ? at(plan, 'success') : []),
    ...at(plan, 'powerCounts', 'ratioAlarmLevel'),
    ...blockFields(plan, ['design', 'cluster'], { inner: ['size', 'correlation', 'variation'] }),
  ];
}

/** Error rates, sides, the way of analysing with what it needs, and a size that is fixed from outside. */
export function designGroup(plan: Plan): FieldGroup {
  return {
    id: 'design',
    title: groupTexts.design,
    note: '',
    rows: rowsOf([
      ...riskFields(plan),
      analysisField(plan),
      ...byAnalysis[plan.design.analysis](plan),
      ...at(plan, 'sampleSizePerVariant', 'days'),
    ]),
    more: rowsOf(moreFields(plan)),
    commands: [],
  };
}
