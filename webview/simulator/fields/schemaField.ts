import type { PlanEdit } from '../../../src/core/experiment/plan/planEdit';
import type { Plan } from '../../../src/core/experiment/plan/planSchema';
import type { JsonPath, JsonValue } from '../../../src/core/model/json';
import type { NumberRange } from '../../../src/core/schema/fieldNode';
import { choiceField, edits, invalid, textField } from './fieldKinds';
import { parseNumber, rangeInWords, showNumber, type NumberFormat } from './numberFormat';
import type { FieldChoice, FieldEntry, PlanField } from './planField';
import { nodeAt, scaleAt, valueAt, wordsAt } from './schemaWords';
import { schemaTexts as texts } from './texts';

export interface SchemaFieldOptions {
  readonly label?: string;
  readonly why?: string;
  /** Behind the name, where several fields have the same: `: conversion`. */
  readonly of?: string;
  readonly meaning?: string;
  /** What a choice needs beside it, until people write theirs. */
  readonly along?: (chosen: string) => readonly PlanEdit[];
}

/** For a choice that is left out. */
const leftOut = '';

/** Of a text or a choice, which are no lists or objects. */
function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : leftOut;
}

function common(path: JsonPath, { label, why, of = '', meaning = '' }: SchemaFieldOptions) {
  const words = wordsAt(path);
  const said = label ?? words.label;
  return { path, label: said, name: `${said}${of}`, why: why ?? words.why, meaning };
}

/** An input for the value at a path of the plan, as its schema describes it; an emptied one that may be left out leaves the file. */
export function schemaField(
  plan: Plan,
  path: JsonPath,
  options: SchemaFieldOptions = {},
): PlanField {
  const { shape } = nodeAt(path);
  const value = valueAt(plan, path);
  switch (shape.kind) {
    case 'number':
      return numbers(path, options, { value, range: shape.range });
    case 'choice':
      return choices(path, options, { value, values: shape.values.map(String) });
    case 'boolean':
      return yesOrNo(path, options, value === true);
    case 'text':
      return textField({
        ...common(path, options),
        value: textOf(value),
        lines: 'one',
        whenEmpty: nodeAt(path).required ? 'refused' : 'removed',
      });
    case 'list':
    case 'either':
      return list(path, options, value);
    default:
      throw new Error(`No input for ${path.join('.')}.`);
  }
}

function isOptional(path: JsonPath): boolean {
  const { required, default: usual } = nodeAt(path);
  return !required && usual === undefined;
}

function numbers(
  path: JsonPath,
  options: SchemaFieldOptions,
  { value, range }: { readonly value: JsonValue | undefined; readonly range: NumberRange },
): PlanField {
  const format: NumberFormat = { ...scaleAt(path), range };
  const { default: usual } = nodeAt(path);
  const optional = isOptional(path);
  const words = [
    rangeInWords(format, 'brief'),
    ...(typeof usual === 'number' ? [texts.usual(showNumber(usual, format), format.unit)] : []),
    ...(optional ? [texts.mayBeEmpty] : []),
  ];
  const { label, name, why, meaning } = common(path, options);
  return {
    id: path.join('.'),
    label,
    name,
    why,
    meaning,
    range: words.filter(Boolean).join('; '),
    control: { kind: 'line', numeric: true, unit: format.unit },
    text: typeof value === 'number' ? showNumber(value, format) : '',
    enter: (typed) => {
      if (optional && typed.trim() === '') return value === undefined ? edits() : edits({ path });
      const parsed = parseNumber(typed, format);
      if (parsed.kind === 'invalid') return parsed;
      return Object.is(parsed.value, value) ? edits() : edits({ path, value: parsed.value });
    },
  };
}

function choices(
  path: JsonPath,
  options: SchemaFieldOptions,
  { value, values }: { readonly value: JsonValue | undefined; readonly values: readonly string[] },
): PlanField {
  const own: readonly FieldChoice[] = values.map((each) => ({ value: each, label: each }));
  const none = { value: leftOut, label: texts.leftOut };
  return choiceField({
    ...common(path, options),
    value: textOf(value),
    choices: isOptional(path) ? [none, ...own] : own,
    choose: (chosen) =>
      chosen === leftOut
        ? edits({ path })
        : edits({ path, value: chosen }, ...(options.along?.(chosen) ?? [])),
  });
}

function yesOrNo(path: JsonPath, options: SchemaFieldOptions, value: boolean): PlanField {
  return choiceField({
    ...common(path, options),
    value: String(value),
    choices: [
      { value: 'false', label: texts.no },
      { value: 'true', label: texts.yes },
    ],
    choose: (chosen) => edits({ path, value: chosen === 'true' }),
  });
}

/** Numbers with blanks between them; one alone where the schema takes a number too. */
function list(
  path: JsonPath,
  options: SchemaFieldOptions,
  value: JsonValue | undefined,
): PlanField {
  const node = nodeAt(path);
  const single = node.shape.kind === 'either';
  const { places, unit } = single ? { places: 0, unit: '' } : scaleAt(path);
  const range: NumberRange = {
    low: -Infinity,
    lowExcluded: false,
    high: Infinity,
    highExcluded: false,
    whole: false,
  };
  const format: NumberFormat = { places, unit, range };
  const shown = (Array.isArray(value) ? value : value === undefined ? [] : [value])
    .map((each) => showNumber(Number(each), format))
    .join(' ');
  const { label, name, why, meaning } = common(path, options);
  const enter = (typed: string): FieldEntry => {
    const words = typed.trim().split(/\s+/).filter(Boolean);
    if (words.join(' ') === shown) return edits();
    if (words.length === 0) return edits({ path });
    const read = words.map((word) => parseNumber(word, format));
    const wrong = read.find((each) => each.kind === 'invalid');
    if (wrong !== undefined) return invalid(wrong.message);
    const found = read.flatMap((each) => (each.kind === 'value' ? [each.value] : []));
    const [first] = found;
    return edits({
      path,
      value: single && found.length === 1 && first !== undefined ? first : found,
    });
  };
  return {
    id: path.join('.'),
    label,
    name,
    why,
    meaning,
    range: `${node.help?.expected ?? texts.list}; ${texts.mayBeEmpty}`,
    control: { kind: 'line', numeric: false, unit },
    text: shown,
    enter,
  };
}
