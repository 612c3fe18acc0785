import { plural } from '../../../report/countOf';
import { formatDecimal, formatPercent } from '../../../report/formatNumber';
import { fewestEvents, leastEvents } from '../expectedEvents';
import { sizeMethodOf } from '../sizeMethods';
import type { SizedPlan } from '../sizedPlan';
import type { Misuse } from './misuse';

/** The exact level may be off by this share of the planned one. */
const tolerated = 0.2;

function find(sized: SizedPlan) {
  const { plan, deciding, exactCheck: exact } = sized;
  const fewest = fewestEvents(sized);
  const isExact = sizeMethodOf(deciding.metric).exact === true || sized.sequential?.enumerated;
  if (fewest === null || isExact === true) return null;
  const { significanceLevel: level } = deciding;
  const isOff = exact !== null && Math.abs(exact.typeOneError / level - 1) > tolerated;
  if (fewest.expected >= leastEvents && !isOff) return null;
  const units = plural(plan.unit);
  const start = `In ${fewest.variant} only about ${formatDecimal(fewest.expected, 2)} ${units} ${fewest.kind} "${fewest.metric}" are expected.`;
  const rough = 'With so few the z test’s normal approximation is rough';
  const message =
    exact === null
      ? `${start} ${rough}: false alarms and power can differ from what is planned. Simulate the plan (Monte Carlo), or plan for more ${units}.`
      : `${start} ${rough}; all outcomes were enumerated instead: the true power is ${formatPercent(exact.power)}, and ${formatPercent(exact.typeOneError)} of experiments without effect would raise a false alarm (planned ${formatPercent(level)}). Plan with test: fisher-exact, or for more ${units}.`;
  const index = plan.metrics.findIndex(({ name }) => name === fewest.metric);
  return { code: 'few-expected-events', path: ['metrics', index, 'baseline'], message };
}

/** A rare baseline: the normal approximation is not to be trusted. */
export const fewEvents: Misuse = { id: 'few-expected-events', name: 'Rare events', find };
