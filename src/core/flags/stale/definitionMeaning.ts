import type { FlagDefinition } from '../../model/flagDefinition';

/** Who gets the flag, as a text to compare: a new owner or description changes nothing of it. */
export function definitionMeaning(definition: FlagDefinition): string {
  const { rollout, variants, defaultVariant, offValue } = definition;
  const named = variants.toSorted((one, other) => (one.name < other.name ? -1 : 1));
  return JSON.stringify([rollout, named, defaultVariant, offValue ?? null]);
}
