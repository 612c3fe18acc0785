import { countOf } from '../../report/countOf';
import { formatCount, formatDecimal, formatPercent } from '../../report/formatNumber';
import type { MetricName } from '../release/metricName';
import type { RolloutResult } from '../simulate/rolloutResult';
import { levelText, metricText } from './levelText';

/** What a rollout does to a release, in one line: `at 1 % errors (now 0.2 %): rolls back 25 % of the time · median 19 min · 28,200 requests`. */
export function rolloutSentence(
  {
    metric,
    normal,
    underTest,
  }: { readonly metric: MetricName; readonly normal: number; readonly underTest: number },
  { outcomes, closedForm, launches }: RolloutResult,
): string {
  const chance = closedForm?.rollback ?? outcomes.probabilityOfRollback ?? 0;
  const release = `at ${levelText(metric, underTest)} ${metricText(metric)} (now ${levelText(metric, normal)})`;
  const minutes = outcomes.medianMinutesToRollback;
  const requests = outcomes.medianRequestsExposed;
  const waits = outcomes.probabilityOfWaiting ?? 0;
  const hangs = waits > 0 ? ` · hangs in a pause ${chanceText(waits)} of the time` : '';
  if (minutes === null || requests === null) {
    const never = chance > 0 ? `rolls back ${chanceText(chance)} of the time` : 'never rolls back';
    return `${release}: ${never} (${countOf(launches, 'launch')})${hangs}`;
  }
  return `${release}: rolls back ${chanceText(chance)} of the time · median ${formatDecimal(minutes, 3)} min · ${formatCount(requests)} requests${hangs}`;
}

/** To two digits, and never 0 or 100 % for what is not. */
export function chanceText(chance: number): string {
  if (chance > 0 && chance < 0.0001) return 'under 0.01 %';
  if (chance < 1 && chance > 0.9999) return 'over 99.99 %';
  if (chance >= 0.1 && chance <= 0.99) return `${formatDecimal(chance * 100, 2)} %`;
  return formatPercent(chance);
}
