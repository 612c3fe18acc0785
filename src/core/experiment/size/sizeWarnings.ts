import type { JsonPath } from '../../model/json';
import { countOf, plural } from '../../report/countOf';
import { formatCount, formatPercent } from '../../report/formatNumber';
import type { Plan, PlanMetric } from '../plan/planSchema';
import { hasTraffic } from './dailyUnits';
import { misuses } from './misuses/registry';
import { sequentialWarnings } from './sequentialNotes';
import type { SizeWarning } from './sizeAnswer';
import type { SizedPlan } from './sizedPlan';
import { sizeMethodOf } from './sizeMethods';
import { trafficInWords } from './trafficInWords';
import { unusedDesignKeys } from './unusedDesignKeys';
import { unusedMetricKeys } from './unusedMetricKeys';
import { unitsBy } from './unitsBy';

/** Looks for one thing to be warned of, beside the misuses. The sentence says what is wrong, why, and a way out. */
type SizeCheck = (sized: SizedPlan) => SizeWarning | null;

/** What is said about a plan's size, in a stable order. */
export function sizeWarnings(sized: SizedPlan): readonly SizeWarning[] {
  const found = [...checks, ...misuses.map(({ find }) => find)]
    .map((check) => check(sized))
    .filter((warning) => warning !== null);
  return [...found, ...sequentialWarnings(sized)];
}

const checks: readonly SizeCheck[] = [
  neverReached,
  belowTargetPower,
  tooFewDays,
  highSignificanceLevel,
  weakGuardrails,
  sawTooth,
  unusedKeys,
];

/** There is traffic, but never so much. */
function neverReached({ plan, total, days }: SizedPlan): SizeWarning | null {
  if (days !== null || !hasTraffic(plan)) return null;
  const units = plural(plan.unit);
  const message = `${countOf(total, plan.unit)} never come: ${trafficInWords(plan)}. ${['Plan for a larger effect', 'a larger population', `or fewer variants`].join(', ')}; more days bring the same ${units} again.`;
  return { code: 'never-reached', path: ['traffic'], message };
}

function belowTargetPower({ plan, given }: SizedPlan): SizeWarning | null {
  if (given === null || given.power >= plan.design.power) return null;
  const missed = formatPercent(1 - given.power);
  const what =
    given.source === 'days'
      ? `${countOf(given.days ?? 0, 'day')} of this traffic`
      : `${countOf(given.total, plan.unit)} in all`;
  const message = `With ${what} the power is ${formatPercent(given.power)}, not ${formatPercent(plan.design.power)}: the planned effect would be missed ${missed} of the time. Plan for more ${plural(plan.unit)} or a larger effect.`;
  return { code: 'below-target-power', path: ['design', given.source], message };
}

/** Both a size and days are fixed, and the days do not bring the size. */
function tooFewDays({ plan, given }: SizedPlan): SizeWarning | null {
  const { days } = plan.design;
  if (given?.source !== 'sampleSizePerVariant' || given.days === null || days === undefined) {
    return null;
  }
  if (given.days <= days) return null;
  const message = `${countOf(days, 'day')} bring about ${countOf(unitsBy(plan, days), plan.unit)}, but the fixed sample size needs ${formatCount(given.total)}: ${countOf(given.days, 'day')}.`;
  return { code: 'too-few-days', path: ['design', 'days'], message };
}

function highSignificanceLevel({ plan }: SizedPlan): SizeWarning | null {
  const { significanceLevel } = plan.design;
  if (significanceLevel <= 0.1) return null;
  const message = `${formatPercent(significanceLevel)} of the experiments in which nothing works would raise a false alarm. A significance level of 5 % is usual, 10 % the most.`;
  return { code: 'high-significance-level', path: ['design', 'significanceLevel'], message };
}

function weakGuardrails({ plan, guardrails }: SizedPlan): SizeWarning | null {
  const weak = guardrails.filter(({ power }) => power < plan.design.power);
  const [first] = weak;
  if (first === undefined) return null;
  const need =
    first.total === null
      ? 'no size is enough'
      : `it would need ${countOf(Math.ceil(first.total), plan.unit)} in all`;
  const others = weak.length > 1 ? ` ${countOf(weak.length - 1, 'other guardrail')} too.` : '';
  const message = `The guardrail "${first.metric}" in ${first.treatment} can be shown not to be worse by its margin with a chance of only ${formatPercent(first.power)}: ${need}.${others} Without an alarm you cannot say that nothing broke.`;
  const index = plan.metrics.findIndex(({ name }) => name === first.metric);
  return { code: 'weak-guardrail', path: ['metrics', index, 'margin'], message };
}

/** Exact tests: one unit more can have less power. */
function sawTooth({ plan, deciding }: SizedPlan): SizeWarning | null {
  if (sizeMethodOf(deciding.metric).exact !== true && !deciding.enumerated) return null;
  const message =
    'The power of an exact test is a saw-tooth: it can fall when a unit is added. The size given is the smallest beyond which it stays above what is planned; some smaller sizes reach it too, by luck of the counts.';
  return { code: 'saw-tooth', path: pathOf(plan, deciding.metric, 'test'), message };
}

/** A key that the metric's kind or test, or the way of analysing, does not use was likely meant for another. */
function unusedKeys({ plan }: SizedPlan): SizeWarning | null {
  const unused = [
    ...plan.metrics.flatMap((metric) =>
      unusedMetricKeys(metric).map((key) => ({
        path: pathOf(plan, metric, key),
        words: `${key} of "${metric.name}"`,
      })),
    ),
    ...unusedDesignKeys(plan.design)
      .filter((key) => !isPeeking(plan, key))
      .map((key) => ({ path: ['design', key], words: `${key} of the design` })),
  ];
  const [first] = unused;
  if (first === undefined) return null;
  const keys = unused.map(({ words }) => words).join(', ');
  const message = `Nothing in these kinds, tests and this analysis uses ${keys}: ${unused.length === 1 ? 'it changes' : 'they change'} no number here.`;
  return { code: 'unused-keys', path: first.path, message };
}

/** Looks beside a fixed horizon have a warning of their own. */
function isPeeking({ design: { analysis, looks = 1 } }: Plan, key: string): boolean {
  return key === 'looks' && analysis === 'fixed-horizon' && looks !== 1;
}

function pathOf(plan: Plan, metric: PlanMetric, key: string): JsonPath {
  return ['metrics', plan.metrics.indexOf(metric), key];
}
