import type { Plan } from '../../../src/core/experiment/plan/planSchema';
import { designGroup } from './designFields';
import { textField } from './fieldKinds';
import { guarded } from './guarded';
import { labelsGroups } from './labelsFields';
import { launchGroup } from './launchFields';
import { metricGroups } from './metricFields';
import type { FieldGroup } from './planField';
import { rowsOf } from './rowsOf';
import { schemaField } from './schemaField';
import { groupTexts, questionTexts } from './texts';
import { trafficGroup } from './trafficFields';
import { variantGroup } from './variantFields';

function questionGroup(plan: Plan): FieldGroup {
  const { flag, hypothesis, unit } = plan;
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
    more: rowsOf([schemaField(plan, ['startDate']), schemaField(plan, ['endDate'])]),
    commands: [],
  };
}

/** All inputs of the panel for a plan, in the order they are drawn and tabbed through. */
export function planFields(plan: Plan): readonly FieldGroup[] {
  return guarded(plan, [
    questionGroup(plan),
    variantGroup(plan),
    ...metricGroups(plan),
    ...labelsGroups(plan),
    trafficGroup(plan),
    designGroup(plan),
    launchGroup(plan),
  ]);
}
