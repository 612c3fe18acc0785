import type { Plan } from '../../../src/core/experiment/plan/planSchema';
import type { JsonPath, JsonValue } from '../../../src/core/model/json';
import { choiceField, edits } from './fieldKinds';
import type { PlanField } from './planField';
import { schemaField, type SchemaFieldOptions } from './schemaField';
import { nodeAt, valueAt, wordsAt } from './schemaWords';
import { schemaTexts as texts } from './texts';

/** A part of the plan that is there or not, and its own inputs while it is. */
export function blockFields(
  plan: Plan,
  path: JsonPath,
  {
    of = '',
    along,
    initial = nodeAt(path).help?.example,
    inner,
  }: Pick<SchemaFieldOptions, 'of' | 'along'> & {
    readonly initial?: JsonValue | undefined;
    /** Keys of its inputs; those that the plan's other values call for. */
    readonly inner: readonly string[];
  },
): readonly PlanField[] {
  const isThere = valueAt(plan, path) !== undefined;
  const { label, why } = wordsAt(path);
  const whether = choiceField({
    path,
    label,
    name: `${label}${of}`,
    why,
    value: String(isThere),
    choices: [
      { value: 'false', label: texts.notUsed },
      { value: 'true', label: texts.used },
    ],
    choose: (chosen) =>
      chosen === 'true' && initial !== undefined
        ? edits({ path, value: initial })
        : edits({ path }),
  });
  const own = isThere
    ? inner.map((key) => schemaField(plan, [...path, key], { of, ...(along && { along }) }))
    : [];
  return [whether, ...own];
}
