import type { Plan, PlanVariant } from '../../../src/core/experiment/plan/planSchema';
import { numberField, textField } from './fieldKinds';
import { percentInWords } from '../../../src/core/report/numberWords';
import type { FieldCommand, FieldGroup, FieldRow, PlanField } from './planField';
import { rowsOf } from './rowsOf';
import { schemaField } from './schemaField';
import { groupTexts, variantTexts as texts } from './texts';

/** An experiment compares at least two. */
const fewest = 2;
/** More arms than this are no experiment people plan by hand; the file takes up to 100. */
const mostByButton = 10;

function variantRow(variants: readonly PlanVariant[], index: number): FieldRow {
  const { name, weight } = variants[index] ?? { name: '', weight: 1 };
  const all = variants.reduce((sum, variant) => sum + variant.weight, 0);
  const others = variants.filter((_, at) => at !== index).map((variant) => variant.name);
  const remove: FieldCommand = {
    id: `variants.${index}.remove`,
    label: texts.remove,
    name: texts.removeName(name),
    edits: [{ path: ['variants', index] }],
  };
  return {
    id: `variants.${index}`,
    fields: [
      textField({
        path: ['variants', index, 'name'],
        label: texts.nameLabel(index + 1),
        name: texts.name(index + 1),
        why: texts.nameWhy,
        value: name,
        lines: 'one',
        whenEmpty: 'refused',
        refuse: (typed) => (others.includes(typed) ? texts.nameTaken(typed) : null),
      }),
      numberField({
        path: ['variants', index, 'weight'],
        label: texts.weightLabel,
        name: texts.weight(name),
        why: texts.weightWhy,
        value: weight,
        meaning: texts.share(percentInWords(weight / all)),
        places: 0,
        unit: '',
      }),
    ],
    commands: variants.length > fewest && index > 0 ? [remove] : [],
  };
}

/** A name no variant has yet: `variant-3`. */
function freeName(variants: readonly PlanVariant[]): string {
  const taken = new Set(variants.map(({ name }) => name));
  let place = variants.length + 1;
  while (taken.has(texts.newName(place))) place += 1;
  return texts.newName(place);
}

/** The flag's own name for a variant. */
function flagVariantField(plan: Plan, index: number, name: string): PlanField {
  const path = ['variants', index, 'flagVariant'];
  return schemaField(plan, path, { label: texts.flagVariant(name) });
}

export function variantGroup(plan: Plan): FieldGroup {
  const { variants } = plan;
  const last = variants.at(-1);
  const add: FieldCommand = {
    id: 'variants.add',
    label: texts.add,
    name: texts.add,
    edits: [
      {
        path: ['variants', variants.length],
        value: { name: freeName(variants), weight: last?.weight ?? 1 },
      },
    ],
  };
  return {
    id: 'variants',
    title: groupTexts.variants,
    note: texts.note,
    rows: variants.map((_, index) => variantRow(variants, index)),
    more: rowsOf(variants.map(({ name }, index) => flagVariantField(plan, index, name))),
    commands: variants.length < mostByButton ? [add] : [],
  };
}
