import { toJsonSchema } from '../../schema/toJsonSchema';
import type { JsonValue } from '../../model/json';
import { metricKindRules } from './metricKinds';
import { planSchema } from './planSchema';

type JsonSchema = { readonly [key: string]: JsonValue };

/** `if` a metric is of this kind (or has this), `then` that. */
function when(condition: JsonSchema, then: JsonSchema): JsonSchema {
  // oxlint-disable-next-line unicorn/no-thenable -- `then` is JSON Schema's own word, and nobody awaits a schema.
  return { if: condition, then };
}

function isOneOf(key: string, values: readonly string[]): JsonSchema {
  return { properties: { [key]: { enum: [...values] } }, required: [key] };
}

/** These keys are there. Strict validators want each named among the properties. */
function needing(keys: readonly string[]) {
  return {
    properties: Object.fromEntries(keys.map((key) => [key, true])),
    required: [...keys],
  };
}

/** What depends on a metric's kind, test and hypothesis: see `metricRules`. */
function metricConditions(): readonly JsonSchema[] {
  const kinds = Object.entries(metricKindRules).map(([kind, { baseline, tests, needs }]) =>
    when(isOneOf('kind', [kind]), {
      properties: {
        baseline: {
          ...(Number.isFinite(baseline.above) && { exclusiveMinimum: baseline.above }),
          ...(Number.isFinite(baseline.below) && { exclusiveMaximum: baseline.below }),
        },
        test: { enum: [...tests] },
        ...needing(needs).properties,
      },
      required: [...needs],
    }),
  );
  const shape = [needing(['logDeviation']), needing(['density'])];
  const aim = [needing(['minimumDetectableEffect']), needing(['margin'])];
  return [
    ...kinds,
    when(isOneOf('kind', ['quantile']), { anyOf: shape }),
    when(isOneOf('test', ['mcnemar']), needing(['discordantShare'])),
    when(isOneOf('hypothesis', ['non-inferiority', 'equivalence']), needing(['margin'])),
    { anyOf: aim },
  ];
}

/** The JSON Schema of the metrics with what depends on their kind. */
function withConditions(schema: JsonSchema): JsonSchema {
  const properties = schema['properties'] as JsonSchema;
  const metrics = properties['metrics'] as JsonSchema;
  const items = { ...(metrics['items'] as JsonSchema), allOf: [...metricConditions()] };
  return { ...schema, properties: { ...properties, metrics: { ...metrics, items } } };
}

/** The plan file's schema as JSON Schema (draft-07), for editors. What spans several values (unique names, a primary metric) only `parsePlan` checks. */
export function planJsonSchema(): { readonly [key: string]: JsonValue } {
  return withConditions(
    toJsonSchema(planSchema, {
      title: 'Flaglab experiment plan',
      description: 'An experiment on a feature flag: variants, metrics, design and traffic.',
    }),
  );
}
