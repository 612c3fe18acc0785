import { countOf } from '../../../report/countOf';
import { formatCount, formatDecimal, formatPercent } from '../../../report/formatNumber';
import type { Plan } from '../../plan/planSchema';
import type { SizeAnswer } from '../sizeAnswer';
import type { ToolMatch } from './toolMatch';

/** The answer in the tool’s numbers: what it shows, what that is in all, and what it is worth. */
export function matchSentence(
  plan: Plan,
  { name, shownByTool, truePower, ownTotal }: ToolMatch,
  { total, days }: Pick<SizeAnswer, 'perVariant' | 'total' | 'days'>,
): string {
  const shown = Number.isInteger(shownByTool)
    ? formatCount(shownByTool)
    : formatDecimal(shownByTool, 7);
  const time = days === null ? '' : `, ${countOf(days, 'day')}`;
  const capital = name.charAt(0).toUpperCase() + name.slice(1);
  return `${capital} gives ${shown} in a variant (${countOf(total, plan.unit)} in all${time}); at that size the plan’s own test has a power of ${formatPercent(truePower)}, and for ${formatPercent(plan.design.power)} it needs ${formatCount(ownTotal)}.`;
}
