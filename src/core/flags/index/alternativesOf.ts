import type { ResolvedValue } from './resolvedValue';

const mostAlternatives = 8;

/** The value, or each of its alternatives. */
export function alternativesOf(resolved: ResolvedValue): readonly ResolvedValue[] {
  return resolved.parts?.slice(0, mostAlternatives) ?? [resolved];
}
