import { toJsonSchema } from '../../schema/toJsonSchema';
import type { JsonValue } from '../../model/json';
import { planSchema } from './planSchema';

/** The plan file's schema as JSON Schema (draft-07), for editors. What spans several values (unique names, a primary metric) only `parsePlan` checks. */
export function planJsonSchema(): { readonly [key: string]: JsonValue } {
  return toJsonSchema(planSchema, {
    title: 'Flaglab experiment plan',
    description: 'An experiment on a feature flag: variants, metrics, design and traffic.',
  });
}
