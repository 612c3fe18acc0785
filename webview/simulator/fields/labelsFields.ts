import type { Plan, PlanLabels } from '../../../src/core/experiment/plan/planSchema';
import { choiceField, edits } from './fieldKinds';
import type { FieldCommand, FieldGroup, PlanField } from './planField';
import { rowsOf } from './rowsOf';
import { schemaField } from './schemaField';
import { labelsTexts as texts } from './texts';

/** The half-width or the floor, one of the two. */
function aimFields(plan: Plan, row: PlanLabels, index: number): readonly PlanField[] {
  const path = ['labels', index];
  const of = texts.of(row.name);
  const key = row.floor === undefined ? 'halfWidth' : 'floor';
  const aim = choiceField({
    path: [...path, 'aim'],
    label: texts.aim.label,
    name: `${texts.aim.label}${of}`,
    why: texts.aim.why,
    value: key,
    choices: [
      { value: 'halfWidth', label: texts.aim.halfWidth },
      { value: 'floor', label: texts.aim.floor },
    ],
    choose: (chosen) =>
      chosen === 'floor'
        ? edits(
            { path: [...path, 'halfWidth'] },
            { path: [...path, 'floor'], value: Number((row.expected * 0.95).toPrecision(3)) },
          )
        : edits({ path: [...path, 'floor'] }, { path: [...path, 'halfWidth'], value: 0.02 }),
  });
  return [aim, schemaField(plan, [...path, key], { of })];
}

function rowFields(plan: Plan, row: PlanLabels, index: number): readonly PlanField[] {
  const of = texts.of(row.name);
  const at = (key: string) => schemaField(plan, ['labels', index, key], { of });
  return [
    at('name'),
    at('measure'),
    at('expected'),
    ...aimFields(plan, row, index),
    at(row.floor === undefined ? 'interval' : 'power'),
    at('confidenceLevel'),
    at('qualifyingShare'),
  ];
}

function removal(plan: Plan, index: number, name: string): FieldCommand {
  const isLast = plan.labels?.length === 1;
  return {
    id: `labels.${index}.remove`,
    label: texts.remove,
    name: texts.removeName(name),
    edits: [{ path: isLast ? ['labels'] : ['labels', index] }],
  };
}

/** One group for each number about a model that labels are collected for. */
export function labelsGroups(plan: Plan): readonly FieldGroup[] {
  return (plan.labels ?? []).map((row, index) => ({
    id: `labels.${index}`,
    title: texts.title(row.name),
    note: row.strata === undefined ? '' : texts.strata,
    rows: rowsOf(rowFields(plan, row, index)),
    commands: [removal(plan, index, row.name)],
  }));
}

/** Starts a row of labels. */
export function addLabels({ labels = [] }: Plan): FieldCommand {
  const taken = new Set(labels.map(({ name }) => name));
  let place = labels.length + 1;
  while (taken.has(texts.newName(place))) place += 1;
  const row = {
    name: texts.newName(place),
    measure: 'accuracy',
    expected: 0.9,
    halfWidth: 0.02,
  };
  return {
    id: 'labels.add',
    label: texts.add,
    name: texts.add,
    edits: [
      labels.length === 0
        ? { path: ['labels'], value: [row] }
        : { path: ['labels', labels.length], value: row },
    ],
  };
}
