import { countOf, plural } from '../../../report/countOf';
import { formatDecimal, formatPercent } from '../../../report/formatNumber';
import {
  type ExpectedEvents,
  fewestEvents,
  leastEvents,
  toleratedLevelError,
} from '../expectedEvents';
import { nominalLevel } from '../nominalLevel';
import { sizeMethodOf, sizeMethods } from '../sizeMethods';
import type { SizedPlan } from '../sizedPlan';
import type { Misuse } from './misuse';

function startOf({ plan }: SizedPlan, { variant, metric, kind, expected }: ExpectedEvents): string {
  const units = plural(plan.unit);
  const what = kind === 'events' ? `events of "${metric}"` : `${units} ${kind} "${metric}"`;
  return `In ${variant} only about ${formatDecimal(expected, 2)} ${what} are expected.`;
}

/** What was done instead of trusting the formula, and what comes out. */
function enumeratedWords({ plan, deciding, exactCheck: exact }: SizedPlan): string {
  const { metric, hypothesis, power } = deciding;
  const formula = sizeMethods[metric.test].totalSampleSize(deciding, power);
  const done = `With so few the formula is not to be trusted, so all outcomes were enumerated: size and power are exact for this test (the formula says ${countOf(Math.ceil(formula), plan.unit)} in all).`;
  if (exact === null) return done;
  const without = hypothesis === 'superiority' ? 'without effect' : 'at the edge of the margin';
  const alarms = `${formatPercent(exact.typeOneError)} of experiments ${without} would raise a false alarm (planned ${formatPercent(nominalLevel(deciding))})`;
  const way =
    metric.kind === 'proportion' && hypothesis === 'superiority'
      ? `Plan with test: fisher-exact, or for more ${plural(plan.unit)}`
      : `Plan for more ${plural(plan.unit)}`;
  return `${done} ${alarms}. ${way}.`;
}

function find(sized: SizedPlan) {
  const { plan, deciding, exactCheck: exact } = sized;
  const fewest = fewestEvents(sized);
  const isExact = sizeMethodOf(deciding.metric).exact === true || sized.sequential?.enumerated;
  if (fewest === null || isExact === true) return null;
  const isOff =
    exact !== null &&
    Math.abs(exact.typeOneError / nominalLevel(deciding) - 1) > toleratedLevelError;
  if (fewest.expected >= leastEvents && !isOff) return null;
  const words = deciding.enumerated
    ? enumeratedWords(sized)
    : `With so few the normal approximation is rough, and for this test or design not all outcomes can be gone through: false alarms and power can differ from what is planned. Simulate the plan (Monte Carlo: flaglab simulate, or Simulate in the panel), or plan for more ${plural(plan.unit)}.`;
  const index = plan.metrics.findIndex(({ name }) => name === fewest.metric);
  const message = `${startOf(sized, fewest)} ${words}`;
  return { code: 'few-expected-events', path: ['metrics', index, 'baseline'], message };
}

/** A rare baseline: the normal approximation is not to be trusted. */
export const fewEvents: Misuse = { id: 'few-expected-events', name: 'Rare events', find };
