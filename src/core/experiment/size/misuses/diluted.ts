import { plural } from '../../../report/countOf';
import { formatDecimal, formatPercent } from '../../../report/formatNumber';
import type { SizedPlan } from '../sizedPlan';
import type { Misuse } from './misuse';

function find({ plan, comparisons }: SizedPlan) {
  for (const { metric } of comparisons) {
    const { triggeredShare: share = 1 } = metric;
    if (share === 1) continue;
    const units = plural(plan.unit);
    const message = `Only ${formatPercent(share)} of the ${units} can meet the change; the others dilute the effect, and about ${formatDecimal(1 / (share * share), 3)} times as many ${units} are needed (1/share²). Analyse only those who met it, or would have met it in control, which takes about ${formatDecimal(1 / share, 3)} times: write their baseline and their traffic, and leave triggeredShare out.`;
    const index = plan.metrics.indexOf(metric);
    return { code: 'diluted', path: ['metrics', index, 'triggeredShare'], message };
  }
  return null;
}

/** Units that cannot meet the change are counted with those that can. */
export const diluted: Misuse = { id: 'diluted', name: 'Diluted population', find };
