import { formatPercent } from '../../report/formatNumber';
import type { Comparison } from './comparison';

/** `two-sided test at a significance level of 5 %`: how a comparison is tested, and at which level. A margin has one side only. */
export function levelInWords({
  hypothesis,
  sides,
  significanceLevel,
}: Pick<Comparison, 'hypothesis' | 'sides' | 'significanceLevel'>): string {
  const level = formatPercent(significanceLevel);
  if (hypothesis === 'equivalence') {
    return `two one-sided tests, one for each end of the margin, at ${level} each (the ${formatPercent(1 - 2 * significanceLevel)} interval lies within the margin)`;
  }
  if (hypothesis === 'superiority') {
    return `${sides === 2 ? 'two' : 'one'}-sided test at a significance level of ${level}`;
  }
  const tail = formatPercent(significanceLevel / sides);
  return sides === 2
    ? `one-sided test of the margin at ${tail}, half of the two-sided significance level of ${level}`
    : `one-sided test of the margin at ${tail}`;
}
