import type { Plan } from '../../../src/core/experiment/plan/planSchema';
import { plural } from '../../../src/core/report/countOf';
import { blockFields } from './blockField';
import { numberField } from './fieldKinds';
import { tidy } from '../../../src/core/report/numberWords';
import type { FieldGroup, PlanField } from './planField';
import { rowsOf } from './rowsOf';
import { schemaField } from './schemaField';
import { groupTexts, trafficTexts } from './texts';

function arrivals({ traffic, unit }: Plan): readonly PlanField[] {
  const { newUnits, exposed, takingPart } = trafficTexts;
  const isFlow = traffic.returning === undefined;
  const daily = `${tidy(traffic.newUnitsPerDay * traffic.exposedShare)} ${plural(unit)}`;
  const newUnitsPerDay = numberField({
    path: ['traffic', 'newUnitsPerDay'],
    label: newUnits.label,
    why: newUnits.why,
    value: traffic.newUnitsPerDay,
    places: 0,
    unit: newUnits.unit(plural(unit)),
  });
  const exposedShare = numberField({
    path: ['traffic', 'exposedShare'],
    ...exposed,
    value: traffic.exposedShare,
    ...(isFlow && { meaning: takingPart(daily) }),
    places: 2,
    unit: '%',
  });
  return isFlow ? [newUnitsPerDay, exposedShare] : [exposedShare];
}

function moreFields(plan: Plan): readonly PlanField[] {
  const { weekday, ramp } = plan.traffic;
  const at = (key: string) => schemaField(plan, ['traffic', key]);
  return [
    ...blockFields(plan, ['traffic', 'returning'], { inner: ['population', 'activeShare'] }),
    at('weekday'),
    ...(weekday === undefined ? [] : [at('firstWeekday')]),
    at('ramp'),
    ...(ramp === undefined ? [] : [at('excludeRamp')]),
    ...blockFields(plan, ['telemetry'], { inner: ['sampledShare'] }),
  ];
}

/** Who comes and how many take part: turns sizes into days. */
export function trafficGroup(plan: Plan): FieldGroup {
  return {
    id: 'traffic',
    title: groupTexts.traffic,
    note: '',
    rows: rowsOf(arrivals(plan)),
    more: rowsOf(moreFields(plan)),
    commands: [],
  };
}
