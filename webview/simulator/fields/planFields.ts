import type { Plan } from '../../../src/core/experiment/plan/planSchema';
import { plural } from '../../../src/core/report/countOf';
import { choiceField, numberField, textField } from './fieldKinds';
import { metricGroups } from './metricFields';
import { tidy } from './numberWords';
import type { FieldGroup, FieldRow, PlanField } from './planField';
import { designTexts, groupTexts, questionTexts, trafficTexts } from './texts';
import { variantGroup } from './variantFields';

function rowsOf(fields: readonly PlanField[]): readonly FieldRow[] {
  return fields.map((field) => ({ id: field.id, fields: [field], commands: [] }));
}

function questionGroup({ flag, hypothesis, unit }: Plan): FieldGroup {
  const fields = [
    textField({
      path: ['flag'],
      ...questionTexts.flag,
      value: flag,
      lines: 'one',
      whenEmpty: 'refused',
    }),
    textField({
      path: ['hypothesis'],
      ...questionTexts.hypothesis,
      value: hypothesis,
      lines: 'several',
      whenEmpty: 'removed',
    }),
    textField({
      path: ['unit'],
      ...questionTexts.unit,
      value: unit,
      lines: 'one',
      whenEmpty: 'refused',
    }),
  ];
  return {
    id: 'question',
    title: groupTexts.question,
    note: '',
    rows: rowsOf(fields),
    commands: [],
  };
}

function designGroup({ design }: Plan): FieldGroup {
  const { significance, power, sides } = designTexts;
  const fields = [
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
  return { id: 'design', title: groupTexts.design, note: '', rows: rowsOf(fields), commands: [] };
}

function trafficGroup({ traffic, unit }: Plan): FieldGroup {
  const { newUnits, exposed, takingPart } = trafficTexts;
  const fields = [
    numberField({
      path: ['traffic', 'newUnitsPerDay'],
      label: newUnits.label,
      why: newUnits.why,
      value: traffic.newUnitsPerDay,
      places: 0,
      unit: newUnits.unit(plural(unit)),
    }),
    numberField({
      path: ['traffic', 'exposedShare'],
      ...exposed,
      value: traffic.exposedShare,
      meaning: takingPart(`${tidy(traffic.newUnitsPerDay * traffic.exposedShare)} ${plural(unit)}`),
      places: 2,
      unit: '%',
    }),
  ];
  return { id: 'traffic', title: groupTexts.traffic, note: '', rows: rowsOf(fields), commands: [] };
}

/** All inputs of the panel for a plan, in the order they are drawn and tabbed through. */
export function planFields(plan: Plan): readonly FieldGroup[] {
  return [
    questionGroup(plan),
    variantGroup(plan.variants),
    ...metricGroups(plan.metrics),
    designGroup(plan),
    trafficGroup(plan),
  ];
}
