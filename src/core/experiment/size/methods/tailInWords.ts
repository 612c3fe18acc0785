import type { Comparison } from '../comparison';

/** What of α one tail of the test gets, for formulas: `α/2` of two sides. */
export function tailInWords({ sides, hypothesis }: Pick<Comparison, 'sides' | 'hypothesis'>) {
  return sides === 2 && hypothesis !== 'equivalence' ? 'α/2' : 'α';
}
