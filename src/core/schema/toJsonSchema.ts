import type { JsonValue } from '../model/json';
import { describeSchema } from './describeSchema';
import { helpOf } from './fieldHelp';
import { factsOf } from './fieldText';
import * as z from './zod';

type JsonSchema = { [key: string]: JsonValue };

/** A schema that may come wrapped in a default or as optional: the first help on the way in. */
function helpInside(schema: z.core.$ZodTypes) {
  let inner = schema;
  for (;;) {
    const help = helpOf(inner);
    if (help) return help;
    const { def } = inner._zod;
    if (def.type !== 'optional' && def.type !== 'default' && def.type !== 'prefault') return null;
    inner = def.innerType as z.core.$ZodTypes;
  }
}

function addHelp(schema: z.core.$ZodTypes, json: JsonSchema): void {
  // An empty group stands for its members' own defaults; nobody is to be offered "{}".
  if (schema._zod.def.type === 'prefault') delete json['default'];
  const help = helpInside(schema);
  if (!help) return;
  const facts = factsOf(describeSchema(schema), (text) => text).filter(
    (fact) => !fact.startsWith('Example'),
  );
  json['title'] = help.title;
  const reserved = help.reserved ? ['Nothing reads this yet.'] : [];
  json['description'] = [help.description, ...facts, ...reserved].join('\n');
  json['examples'] = [help.example];
}

/**
 * A schema as JSON Schema, draft-07, as VS Code's YAML support understands it: what a user may write, with title,
 * description, default and example at each field. Plain data.
 */
export function toJsonSchema(
  schema: z.core.$ZodType,
  about: { readonly title: string; readonly description: string },
): { readonly [key: string]: JsonValue } {
  const json = z.toJSONSchema(schema, {
    target: 'draft-7',
    io: 'input',
    reused: 'inline',
    override: ({ zodSchema, jsonSchema }) => addHelp(zodSchema, jsonSchema as JsonSchema),
  });
  const { $schema, ...rest } = json as JsonSchema;
  const plain = JSON.parse(JSON.stringify(rest)) as JsonSchema;
  return { $schema: $schema ?? 'http://json-schema.org/draft-07/schema#', ...about, ...plain };
}
