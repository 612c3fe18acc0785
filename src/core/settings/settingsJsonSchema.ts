import type { JsonValue } from '../model/json';
import { toJsonSchema } from '../schema/toJsonSchema';
import { settingsSchema } from './settingsSchema';

/** The schema of `flaglab.yaml` as JSON Schema (draft-07), for editors. */
export function settingsJsonSchema(): { readonly [key: string]: JsonValue } {
  return toJsonSchema(settingsSchema, {
    title: 'Flaglab settings',
    description:
      "The project's own settings for Flaglab. It is data: nothing in it can start anything.",
  });
}
