import { normalQuantile } from '../../stats/distributions/normalQuantile';
import type { Comparison } from './comparison';

/** Tail of one test: α/2 of two sides; for equivalence α, the usual of two one-sided tests. */
export function tailLevel({
  significanceLevel,
  sides,
  hypothesis,
}: Pick<Comparison, 'significanceLevel' | 'sides' | 'hypothesis'>): number {
  return hypothesis === 'equivalence' ? significanceLevel : significanceLevel / sides;
}

/** The standard normal value the test statistic has to reach. */
export function criticalValue(
  comparison: Pick<Comparison, 'significanceLevel' | 'sides' | 'hypothesis'>,
): number {
  return -normalQuantile(tailLevel(comparison));
}

/** Whether significance the wrong way is power too: a margin has one side only. */
export function countsBothTails({
  countsWrongTail,
  sides,
  hypothesis,
}: Pick<Comparison, 'countsWrongTail' | 'sides' | 'hypothesis'>): boolean {
  return countsWrongTail && sides === 2 && hypothesis === 'superiority';
}
