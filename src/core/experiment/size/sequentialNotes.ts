import { countOf } from '../../report/countOf';
import { formatCount, formatDecimal, formatPercent } from '../../report/formatNumber';
import type { SequentialAnswer } from '../sequential/sequentialAnswer';
import type { SizeNote, SizeWarning } from './sizeAnswer';
import type { SizedPlan } from './sizedPlan';

/** More looks than this are not named one by one. */
const mostNamed = 12;

/** A second sentence of the answer: when it ends on average, and what one look would need. */
export function sequentialSentence(
  { plan }: SizedPlan,
  { averageTotal, expectedDays, looks, fixedTotal, maximumInflation }: SequentialAnswer,
): string {
  const single = formatCount(Math.ceil(fixedTotal));
  const ratio = `${formatDecimal(maximumInflation, 4)} times`;
  if (looks.length === 1) {
    return `That is ${ratio} the ${single} of a fixed-horizon test.`;
  }
  const day = (when: 'effect' | 'null'): string =>
    expectedDays === null ? '' : ` (day ${formatDecimal(expectedDays[when], 3)})`;
  const early = `${countOf(Math.round(averageTotal.effect), plan.unit)}${day('effect')}`;
  const late = `${formatCount(averageTotal.null)}${day('null')}`;
  return `With ${formatCount(looks.length)} looks it ends on average after ${early} if the effect is there and after ${late} if there is none; one look at the end would need ${single}, and the most is ${ratio} that.`;
}

/** What the looks have to keep to. */
export function looksHold({ plan, deciding }: SizedPlan, answer: SequentialAnswer): SizeNote {
  const { looks, name } = answer;
  const days = looks.map(({ day }) => day);
  const known = days.every((day) => day !== null) && looks.length <= mostNamed;
  const when = known ? ` (day ${days.map((day) => formatCount(day ?? 0)).join(', ')})` : '';
  const planned = `${countOf(looks.length, 'look')} at the data${when}: ${name}.`;
  const level = formatPercent(deciding.significanceLevel);
  const promise = {
    'group-sequential': `All looks together keep the significance level of ${level}; a bound that is crossed ends the experiment, and looks at other times are not part of it.`,
    'always-valid': `Any number of looks at any time keeps the significance level of ${level}; the power of ${formatPercent(plan.design.power)} counts these looks.`,
    bayesian: `The rule keeps no significance level: with no effect it decides for a variant ${formatPercent(answer.typeOneError)} of the time.${howChancesAreKnown(plan, answer)}`,
  }[answer.analysis];
  return { code: 'planned-looks', message: `${planned} ${promise}` };
}

/** With a beta prior chances are counted where that is feasible; else they are those of a normal model, and near. */
function howChancesAreKnown(
  { design }: SizedPlan['plan'],
  { enumerated }: SequentialAnswer,
): string {
  if (design.prior?.kind !== 'beta') return '';
  return enumerated
    ? ' Chances are counted over all outcomes of the beta-binomial model; the bounds in z are near to what decides.'
    : ' Chances are those of the normal model of the posterior: there are too many outcomes to count them all, and with so many it differs by less than half a point.';
}

/** What is to be said about looking early, in a stable order. */
export function sequentialWarnings({ plan, sequential }: SizedPlan): readonly SizeWarning[] {
  if (sequential === null) return [];
  return [
    ...plannerAsksForMore(plan.unit, sequential),
    ...falseAlarms(sequential),
    ...looksOnOneDay(sequential),
  ];
}

function plannerAsksForMore(
  unit: string,
  { plannerTotal, averageTotal, maximumInflation, fixedTotal, name }: SequentialAnswer,
): readonly SizeWarning[] {
  const total = maximumInflation * fixedTotal;
  if (plannerTotal === null || plannerTotal < 1.02 * total) return [];
  const vendor = name.includes('Eppo') ? 'Eppo' : 'GrowthBook';
  const message = `${vendor}'s own planner would ask for about ${countOf(Math.ceil(plannerTotal), unit)}, ${formatPercent(plannerTotal / total - 1)} more: it widens the standard error for one look, where the rule may stop at any look (on average after ${formatCount(averageTotal.effect)}).`;
  return [{ code: 'vendor-planner', path: ['design', 'vendor'], message }];
}

function falseAlarms({ analysis, typeOneError, looks }: SequentialAnswer): readonly SizeWarning[] {
  if (analysis !== 'bayesian' || typeOneError <= 0.1) return [];
  const why =
    looks.length === 1 ? '' : ` Each of the ${formatCount(looks.length)} looks is another chance.`;
  const message = `With no effect at all this rule decides for one of the variants ${formatPercent(typeOneError)} of the time.${why} Ask for a higher probability, fewer looks or a prior that expects small effects.`;
  return [{ code: 'bayesian-false-alarms', path: ['design', 'rule'], message }];
}

function looksOnOneDay({ looks }: SequentialAnswer): readonly SizeWarning[] {
  const again = looks.find(({ day }, i) => day !== null && day === looks[i - 1]?.day);
  if (again === undefined) return [];
  const message = `Looks ${formatCount(again.look - 1)} and ${formatCount(again.look)} fall on the same day (${formatCount(again.day ?? 0)}): this traffic brings so many within a day. Plan fewer looks.`;
  return [{ code: 'looks-on-one-day', path: ['design', 'looks'], message }];
}
