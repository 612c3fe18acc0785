import type { Comparison } from './comparison';
import {
  enumeratedPower,
  enumeratedTypeOneError,
  type GroupSizes,
} from './enumerated/enumeratedPower';
import { isEnumerable } from './enumerated/isEnumerable';

/** What a test does in truth where events are few, by enumeration. */
export interface ExactCheck {
  readonly metric: string;
  readonly treatment: string;
  /** Chance to show the planned effect (or that it stays within the margin), 0 to 1. */
  readonly power: number;
  /** Chance of a false alarm: either way for two sides; with a margin at its edge. */
  readonly typeOneError: number;
}

/**
 * Exact power and type I error of a comparison at whole sizes; null for tests and designs that are not enumerated, and
 * for more outcomes than can be.
 */
export function exactCheck(comparison: Comparison, sizes: GroupSizes): ExactCheck | null {
  if (!isEnumerable(comparison)) return null;
  const power = enumeratedPower(comparison, sizes);
  const typeOneError = enumeratedTypeOneError(comparison, sizes);
  if (power === null || typeOneError === null) return null;
  const { metric, treatment } = comparison;
  return { metric: metric.name, treatment: treatment.name, power, typeOneError };
}
