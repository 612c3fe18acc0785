import { countOf, plural } from '../../report/countOf';
import { formatCount, formatDecimal, formatPercent } from '../../report/formatNumber';
import type { Plan } from '../plan/planSchema';
import type { Comparison } from './comparison';
import type { Lever } from './levers';
import { metricValue } from './metricValue';
import type { GivenSize, SizeAnswer } from './sizeAnswer';
import type { DetectableEffect } from './solvedAnswer';
import { trafficInWords } from './trafficInWords';

/** `With 168,000 users (14 days)` */
function withSize({ unit }: Plan, { total, days }: GivenSize): string {
  const time = days === null ? '' : ` (${countOf(days, 'day')})`;
  return `With ${countOf(total, unit)}${time}`;
}

/** `+0.26 percentage points (+5 %)` */
function signed(comparison: Comparison, { absolute, relative }: DetectableEffect): string {
  const sign = (value: number): string => (value > 0 ? '+' : '');
  const value = absolute ?? 0;
  const text = metricValue(comparison.metric, Number(value.toPrecision(4)), 'difference');
  const share =
    relative === null ? '' : ` (${sign(relative)}${formatPercent(relative)} of the baseline)`;
  return `${sign(value)}${text}${share}`;
}

export function powerSentence(plan: Plan, given: GivenSize, answer: SizeAnswer): string {
  const wanted = formatPercent(plan.design.power);
  const verdict =
    given.power >= plan.design.power ? `at least the ${wanted}` : `less than the ${wanted}`;
  return `${withSize(plan, given)} the power is ${formatPercent(given.power)} to show the planned effect on "${answer.decidingMetric}": ${verdict} that the plan asks for.`;
}

export function effectSentence(
  plan: Plan,
  given: GivenSize,
  { deciding, own }: { readonly deciding: Comparison; readonly own: DetectableEffect },
): string {
  const { metric, hypothesis } = deciding;
  const what = hypothesis === 'superiority' ? 'effect' : 'margin';
  if (own.absolute === null) {
    return `${withSize(plan, given)} no ${what} that "${metric.name}" can have is found with a power of ${formatPercent(plan.design.power)}: there are too few ${plural(plan.unit)}.`;
  }
  const size =
    hypothesis === 'superiority'
      ? signed(deciding, own)
      : metricValue(metric, Number(own.absolute.toPrecision(4)), 'difference');
  return `${withSize(plan, given)} the smallest ${what} on "${metric.name}" that is ${hypothesis === 'superiority' ? 'found' : 'held'} with a power of ${formatPercent(plan.design.power)} is ${size}.`;
}

export function durationSentence(plan: Plan, answer: SizeAnswer): string {
  const { total, days, wholeWeekDays } = answer;
  const need = `the ${countOf(total, plan.unit)} that are needed`;
  if (days === null || wholeWeekDays === null) {
    return `It never ends: ${trafficInWords(plan)} never bring ${need}.`;
  }
  const weeks =
    days === wholeWeekDays ? '' : ` Run ${countOf(wholeWeekDays, 'day')} to cover whole weeks.`;
  return `It takes ${countOf(days, 'day')} until ${trafficInWords(plan)} bring ${need}.${weeks}`;
}

export function shareSentence(
  plan: Plan,
  found: {
    readonly share: number | null;
    readonly total: number;
    readonly days: number;
    readonly bring: number;
    readonly levers: readonly Lever[];
  },
): string {
  const { share, total, days, bring, levers } = found;
  const need = countOf(total, plan.unit);
  if (share !== null) {
    return `Expose ${formatDecimal(share * 100, 4)} % of the traffic: in ${countOf(days, 'day')} it brings the ${need} that are needed.`;
  }
  const [best] = levers;
  const way =
    best === undefined || best.days === null
      ? ''
      : ` Helps most: ${best.words}, ${countOf(best.days, 'day')}.`;
  return `Not feasible: even with everybody exposed ${countOf(days, 'day')} bring ${formatCount(bring)} of the ${need} that are needed.${way}`;
}
