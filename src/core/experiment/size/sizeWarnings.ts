import { countOf, plural } from '../../report/countOf';
import { formatCount, formatDecimal, formatPercent } from '../../report/formatNumber';
import { hasTraffic } from './dailyUnits';
import { daysFor, wholeWeeks } from './daysFor';
import { fewestEvents, leastEvents } from './expectedEvents';
import { isPairedPlan } from './isPairedPlan';
import { sequentialWarnings } from './sequentialNotes';
import type { SizeNote } from './sizeAnswer';
import type { SizedPlan } from './sizedPlan';
import { leversOf } from './levers';
import { sizeMethodOf } from './sizeMethods';
import { trafficInWords } from './trafficInWords';
import { unusedDesignKeys } from './unusedDesignKeys';
import { unusedMetricKeys } from './unusedMetricKeys';
import { exactUnitsBy, unitsBy } from './unitsBy';

/** Looks for one kind of misuse. The sentence says what is wrong, why, and a way out. */
type SizeCheck = (sized: SizedPlan) => SizeNote | null;

const longDays = 8 * 7;
const hardlyFeasibleDays = 12 * 7;

/** What is said about a plan's size, in a stable order. */
export function sizeWarnings(sized: SizedPlan): readonly SizeNote[] {
  const found = checks.map((check) => check(sized)).filter((note) => note !== null);
  return [...found, ...sequentialWarnings(sized)];
}

const checks: readonly SizeCheck[] = [
  uncountable,
  neverReached,
  belowTargetPower,
  tooFewDays,
  longDuration,
  partWeeks,
  fewEvents,
  lowPower,
  highSignificanceLevel,
  oneSided,
  severalComparisons,
  weakGuardrails,
  sawTooth,
  unusedKeys,
];

function uncountable({ plan, total }: SizedPlan): SizeNote | null {
  if (total <= Number.MAX_SAFE_INTEGER) return null;
  const message = `About ${formatCount(total)} ${plural(plan.unit)} are more than can be counted exactly (9,007,199,254,740,991); no experiment has them. Plan for a larger effect.`;
  return { code: 'beyond-counting', message };
}

/** There is traffic, but never so much. */
function neverReached({ plan, total, days }: SizedPlan): SizeNote | null {
  if (days !== null || !hasTraffic(plan)) return null;
  const units = plural(plan.unit);
  const message = `${countOf(total, plan.unit)} never come: ${trafficInWords(plan)}. ${['Plan for a larger effect', 'a larger population', `or fewer variants`].join(', ')}; more days bring the same ${units} again.`;
  return { code: 'never-reached', message };
}

function belowTargetPower({ plan, given }: SizedPlan): SizeNote | null {
  if (given === null || given.power >= plan.design.power) return null;
  const missed = formatPercent(1 - given.power);
  const what =
    given.source === 'days'
      ? `${countOf(given.days ?? 0, 'day')} of this traffic`
      : `${countOf(given.total, plan.unit)} in all`;
  const message = `With ${what} the power is ${formatPercent(given.power)}, not ${formatPercent(plan.design.power)}: the planned effect would be missed ${missed} of the time. Plan for more ${plural(plan.unit)} or a larger effect.`;
  return { code: 'below-target-power', message };
}

/** Both a size and days are fixed, and the days do not bring the size. */
function tooFewDays({ plan, given }: SizedPlan): SizeNote | null {
  const { days } = plan.design;
  if (given?.source !== 'sampleSizePerVariant' || given.days === null || days === undefined) {
    return null;
  }
  if (given.days <= days) return null;
  const message = `${countOf(days, 'day')} bring about ${countOf(unitsBy(plan, days), plan.unit)}, but the fixed sample size needs ${formatCount(given.total)}: ${countOf(given.days, 'day')}.`;
  return { code: 'too-few-days', message };
}

/** The longest duration the plan leads to: its own days where it fixes them, else those it needs. */
function plannedDays({ plan, days, given }: SizedPlan): number | null {
  return plan.design.days ?? given?.days ?? days;
}

function longDuration(sized: SizedPlan): SizeNote | null {
  const days = plannedDays(sized);
  if (days === null || days <= longDays) return null;
  const hardly = days > hardlyFeasibleDays;
  const weeks = formatCount(Math.ceil(days / 7));
  const start = hardly
    ? `${countOf(days, 'day')} (${weeks} weeks) is hardly feasible: people change devices, seasons change and the product does too.`
    : `${countOf(days, 'day')} (${weeks} weeks) is long: beyond 8 weeks people change devices and count twice.`;
  return {
    code: hardly ? 'not-feasible' : 'long-duration',
    message: [start, ...waysOut(sized)].join(' '),
  };
}

/** What would shorten the experiment, in numbers where they can be had. */
function waysOut({ plan, deciding, total, days }: SizedPlan): readonly string[] {
  const said: string[] = [];
  const reached = sizeMethodOf(deciding.metric).minimumDetectableEffect(
    deciding,
    exactUnitsBy(plan, longDays),
    deciding.power,
  );
  if (reached !== null && deciding.hypothesis === 'superiority' && deciding.trueBaseline !== 0) {
    const share = formatPercent(Math.abs(reached / deciding.trueBaseline));
    said.push(`In 8 weeks this traffic can show a change of ${share} of the baseline or more.`);
  }
  const [best] = leversOf(plan, days);
  if (best !== undefined && best.days !== null) {
    said.push(`Helps most: ${best.words}, ${countOf(best.days, 'day')}.`);
  }
  if (isPairedPlan(plan)) return [...said, 'Ways out: a larger effect.'];
  const equal = { ...deciding, controlShare: 1 / plan.variants.length };
  const equalTotal = sizeMethodOf(deciding.metric).totalSampleSize(
    { ...equal, treatmentShare: equal.controlShare },
    deciding.power,
  );
  const equalDays = daysFor(plan, equalTotal);
  if (equalTotal < 0.95 * total && equalDays !== null) {
    said.push(`With equal weights it would take ${countOf(equalDays, 'day')}.`);
  }
  const exposed = plan.traffic.exposedShare < 1 ? ', a larger exposed share' : '';
  const fewer = plan.variants.length > 2 ? ', fewer variants' : '';
  said.push(`Ways out: a larger effect${exposed}${fewer}, or a metric closer to the change.`);
  return said;
}

function partWeeks(sized: SizedPlan): SizeNote | null {
  const days = plannedDays(sized);
  if (days === null || days > Number.MAX_SAFE_INTEGER || days % 7 === 0) return null;
  const what = days < 7 ? 'less than a week' : 'not a whole number of weeks';
  const message = `${countOf(days, 'day')} ${days === 1 ? 'is' : 'are'} ${what}, and people behave differently on different weekdays. Run ${countOf(wholeWeeks(days), 'day')}.`;
  return { code: 'whole-weeks', message };
}

function fewEvents(sized: SizedPlan): SizeNote | null {
  const fewest = fewestEvents(sized);
  if (fewest === null || fewest.expected >= leastEvents) return null;
  const { deciding, exactCheck: exact } = sized;
  const units = plural(sized.plan.unit);
  const start = `In ${fewest.variant} only about ${formatDecimal(fewest.expected, 2)} ${units} ${fewest.kind} "${fewest.metric}" are expected.`;
  if (sizeMethodOf(deciding.metric).exact === true) return null;
  const rough = `Below ${leastEvents} the z test's normal approximation is rough`;
  if (exact !== null) {
    const { significanceLevel } = deciding;
    const message = `${start} ${rough}; all outcomes were enumerated instead: the true power is ${formatPercent(exact.power)}, and ${formatPercent(exact.typeOneError)} of experiments without effect would raise a false alarm (planned ${formatPercent(significanceLevel)}). Plan with test: fisher-exact, or for more ${units}.`;
    return { code: 'few-expected-events', message };
  }
  const message = `${start} ${rough}: false alarms and power can differ from what is planned. Simulate the plan, or plan for more ${units}.`;
  return { code: 'few-expected-events', message };
}

function lowPower({ plan }: SizedPlan): SizeNote | null {
  const { power } = plan.design;
  if (power >= 0.8) return null;
  const message = `A power of ${formatPercent(power)} misses the planned effect ${formatPercent(1 - power)} of the time, and what is found looks larger than it is. 80 % or more is usual.`;
  return { code: 'low-power', message };
}

function highSignificanceLevel({ plan }: SizedPlan): SizeNote | null {
  const { significanceLevel } = plan.design;
  if (significanceLevel <= 0.1) return null;
  const message = `${formatPercent(significanceLevel)} of the experiments in which nothing works would raise a false alarm. A significance level of 5 % is usual, 10 % the most.`;
  return { code: 'high-significance-level', message };
}

function oneSided({ plan }: SizedPlan): SizeNote | null {
  const { sides, significanceLevel } = plan.design;
  if (sides === 'two') return null;
  const message = `One side at ${formatPercent(significanceLevel)} asks for as little as two sides at ${formatPercent(2 * significanceLevel)}, and a change the wrong way goes unseen. Choose it only where that change would not matter, before looking at data.`;
  return { code: 'one-sided', message };
}

function severalComparisons({ plan, comparisons }: SizedPlan): SizeNote | null {
  const count = comparisons.length;
  if (count < 2) return null;
  const { significanceLevel, correction = 'none', success } = plan.design;
  if (correction !== 'none' || success === 'all') return null;
  let noAlarm = 1;
  for (let i = 0; i < count; i += 1) noAlarm *= 1 - significanceLevel;
  const treatments = plan.variants.length - 1;
  const message = `${formatCount(count)} comparisons (${countOf(treatments, 'treatment')}, ${countOf(count / treatments, 'primary metric')}) are each tested at ${formatPercent(significanceLevel)}, without correction: if nothing works, the chance of at least one false alarm is about ${formatPercent(1 - noAlarm)} (were they independent). Name one decision, or divide the significance level by ${formatCount(count)}.`;
  return { code: 'several-comparisons', message };
}

function weakGuardrails({ plan, guardrails }: SizedPlan): SizeNote | null {
  const weak = guardrails.filter(({ power }) => power < plan.design.power);
  const [first] = weak;
  if (first === undefined) return null;
  const need =
    first.total === null
      ? 'no size is enough'
      : `it would need ${countOf(Math.ceil(first.total), plan.unit)} in all`;
  const others = weak.length > 1 ? ` ${countOf(weak.length - 1, 'other guardrail')} too.` : '';
  const message = `The guardrail "${first.metric}" in ${first.treatment} can be shown not to be worse by its margin with a chance of only ${formatPercent(first.power)}: ${need}.${others} Without an alarm you cannot say that nothing broke.`;
  return { code: 'weak-guardrail', message };
}

/** Exact tests: one unit more can have less power. */
function sawTooth({ deciding }: SizedPlan): SizeNote | null {
  if (sizeMethodOf(deciding.metric).exact !== true) return null;
  const message =
    'The power of an exact test is a saw-tooth: it can fall when a unit is added. The size given is the smallest beyond which it stays above what is planned; some smaller sizes reach it too, by luck of the counts.';
  return { code: 'saw-tooth', message };
}

/** A key that the metric's kind or test, or the way of analysing, does not use was likely meant for another. */
function unusedKeys({ plan }: SizedPlan): SizeNote | null {
  const unused = [
    ...plan.metrics.flatMap((metric) =>
      unusedMetricKeys(metric).map((key) => `${key} of "${metric.name}"`),
    ),
    ...unusedDesignKeys(plan.design).map((key) => `${key} of the design`),
  ];
  if (unused.length === 0) return null;
  const message = `Nothing in these kinds, tests and this analysis uses ${unused.join(', ')}: ${unused.length === 1 ? 'it changes' : 'they change'} no number here.`;
  return { code: 'unused-keys', message };
}
