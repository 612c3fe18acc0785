import type { JsonValue } from '../model/json';
import { type FieldHelp, helpOf } from './fieldHelp';
import type { FieldNode, FieldShape, NumberRange } from './fieldNode';
import type * as z from './zod';

type Schema = z.core.$ZodType;

type Check =
  | z.core.$ZodCheckGreaterThanDef
  | z.core.$ZodCheckLessThanDef
  | z.core.$ZodCheckMinLengthDef
  | z.core.$ZodCheckMaxLengthDef
  | z.core.$ZodCheckNumberFormatDef
  | z.core.$ZodCheckStringFormatDef;

/** Definitions of the checks on a schema; `int` is a check of its own schema. */
function checksOf(schema: Schema): readonly Check[] {
  const { def } = schema._zod;
  return [def, ...(def.checks ?? []).map((check) => check._zod.def)] as unknown as Check[];
}

function rangeOf(schema: Schema): NumberRange {
  let range: NumberRange = {
    low: -Infinity,
    lowExcluded: false,
    high: Infinity,
    highExcluded: false,
    whole: false,
  };
  for (const check of checksOf(schema)) {
    if (check.check === 'greater_than') {
      range = { ...range, low: Number(check.value), lowExcluded: !check.inclusive };
    } else if (check.check === 'less_than') {
      range = { ...range, high: Number(check.value), highExcluded: !check.inclusive };
    } else if (check.check === 'number_format') {
      range = { ...range, whole: true };
    }
  }
  return range;
}

function lengthOf(schema: Schema): { readonly least: number; readonly most: number } {
  let least = 0;
  let most = Infinity;
  for (const check of checksOf(schema)) {
    if (check.check === 'min_length') least = check.minimum;
    if (check.check === 'max_length') most = check.maximum;
  }
  return { least, most };
}

function patternOf(schema: Schema): RegExp | null {
  for (const check of checksOf(schema)) {
    if (check.check === 'string_format' && check.pattern) return check.pattern;
  }
  return null;
}

function shapeOf(schema: z.core.$ZodTypes): FieldShape {
  const { def } = schema._zod;
  switch (def.type) {
    case 'object':
      return {
        kind: 'map',
        fields: new Map(
          Object.entries(def.shape).map(([key, field]) => [key, describeSchema(field)]),
        ),
      };
    case 'record':
      return { kind: 'record', value: describeSchema(def.valueType) };
    case 'array': {
      const { least, most } = lengthOf(schema);
      return {
        kind: 'list',
        item: describeSchema(def.element),
        minItems: least,
        maxItems: most,
      };
    }
    case 'number':
      return { kind: 'number', range: rangeOf(schema) };
    case 'string':
      return { kind: 'text', maxLength: lengthOf(schema).most, pattern: patternOf(schema) };
    case 'boolean':
      return { kind: 'boolean' };
    case 'enum':
      return { kind: 'choice', values: Object.values(def.entries) };
    case 'literal':
      return { kind: 'choice', values: def.values as string[] };
    case 'union':
      return { kind: 'either', options: def.options.map(describeSchema) };
    case 'unknown':
      return { kind: 'anything' };
    default:
      throw new Error(`No description for schemas of type ${def.type}.`);
  }
}

/**
 * The schema as plain data, for help, completion and messages. Throws for a kind of schema that none of
 * Flaglab's files uses yet: a programmer's error, found by the first test.
 */
export function describeSchema(schema: Schema): FieldNode {
  let inner = schema as z.core.$ZodTypes;
  let help: FieldHelp | null = helpOf(inner) ?? null;
  let required = true;
  let defaultValue: JsonValue | undefined;
  for (;;) {
    const { def } = inner._zod;
    if (def.type !== 'optional' && def.type !== 'default' && def.type !== 'prefault') break;
    required = false;
    if (def.type === 'default') defaultValue = def.defaultValue as JsonValue;
    inner = def.innerType as z.core.$ZodTypes;
    help ??= helpOf(inner) ?? null;
  }
  const shape = shapeOf(inner);
  return { help, required, shape, ...(defaultValue !== undefined && { default: defaultValue }) };
}
