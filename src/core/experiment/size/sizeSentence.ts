import { countOf } from '../../report/countOf';
import { formatCount, formatPercent } from '../../report/formatNumber';
import type { GivenSize, VariantSize } from './sizeAnswer';
import { sequentialSentence } from './sequentialNotes';
import type { SizedPlan } from './sizedPlan';
import { hasTraffic } from './dailyUnits';
import { isPairedPlan } from './isPairedPlan';
import { trafficInWords } from './trafficInWords';

/** More variants than this are not named one by one. */
const mostNamed = 6;

/** The answer in one sentence, another one where it may end early, and one where the plan fixes a size of its own. */
export function sizeSentence(sized: SizedPlan): string {
  const { plan, perVariant, total, given } = sized;
  const shared = isPairedPlan(plan) ? 'each with every variant' : split(perVariant);
  const most = (sized.sequential?.looks.length ?? 1) > 1 ? 'at most ' : '';
  const start = `You need ${most}${countOf(total, plan.unit)}, ${shared}`;
  const whole = `${start}${duration(sized)}`;
  return [
    whole,
    ...(sized.sequential === null ? [] : [sequentialSentence(sized, sized.sequential)]),
    ...(given === null ? [] : [givenSentence(plan.unit, given)]),
  ].join(' ');
}

/** `117,170 in each variant`, or `105,453 in control and 11,717 in treatment`. */
function split(sizes: readonly VariantSize[]): string {
  const counts = sizes.map(({ sampleSize }) => sampleSize);
  const least = Math.min(...counts);
  const most = Math.max(...counts);
  if (least === most) return `${formatCount(least)} in each variant`;
  if (sizes.length > mostNamed) {
    return `between ${formatCount(least)} and ${formatCount(most)} in a variant`;
  }
  const parts = sizes.map(({ variant, sampleSize }) => `${formatCount(sampleSize)} in ${variant}`);
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}

function duration({ plan, days, wholeWeekDays }: SizedPlan): string {
  if ((days === null || wholeWeekDays === null) && hasTraffic(plan)) {
    return `; the plan's traffic never brings so many.`;
  }
  if (days === null || wholeWeekDays === null) {
    return '; the plan has no traffic, so it cannot say how many days that takes.';
  }
  const time = `: ${countOf(days, 'day')} at ${trafficInWords(plan)}`;
  return days === wholeWeekDays
    ? `${time}.`
    : `${time}; run ${formatCount(wholeWeekDays)} to cover whole weeks.`;
}

function givenSentence(unit: string, { source, total, days, power }: GivenSize): string {
  const inAll = countOf(total, unit);
  const what =
    source === 'days' && days !== null
      ? `The ${countOf(days, 'day')} that the plan fixes ${days === 1 ? 'brings' : 'bring'} ${inAll}`
      : `The sample size that the plan fixes is ${inAll} in all`;
  return `${what}: a power of ${formatPercent(power)}.`;
}
