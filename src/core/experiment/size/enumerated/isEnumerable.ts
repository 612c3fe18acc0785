import type { Comparison } from '../comparison';
import { countTests } from './countTest';

/** Kinds whose units only have events or not, or numbers of them. */
const kinds: ReadonlySet<string> = new Set(['proportion', 'count', 'rate']);

/**
 * Whether all outcomes of a comparison can be gone through: one look at the end, a test of two counts, and units that are
 * independent and recorded as they are.
 */
export function isEnumerable({
  metric,
  hypothesis,
  inflation,
  analysis,
}: Pick<Comparison, 'metric' | 'hypothesis' | 'inflation' | 'analysis'>): boolean {
  const test = countTests[metric.test];
  if (test === undefined || !kinds.has(metric.kind)) return false;
  if (hypothesis !== 'superiority' && !test.margins) return false;
  return inflation === 1 && analysis.kind === 'fixed-horizon';
}
