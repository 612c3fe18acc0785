import { plural } from '../../../report/countOf';
import { formatDecimal } from '../../../report/formatNumber';
import type { SizedPlan } from '../sizedPlan';
import type { Misuse } from './misuse';

/** Below so many in control the relative change is clearly skewed. */
const enough = 100;

function find({ plan, comparisons, perVariant, given, total }: SizedPlan) {
  const scale = given === null ? 1 : given.total / total;
  for (const { metric, baseline } of comparisons) {
    if (metric.test !== 'relative-lift' || metric.kind !== 'proportion') continue;
    const expected = (perVariant[0]?.sampleSize ?? 0) * scale * baseline;
    if (expected >= enough) continue;
    const message = `The relative change of "${metric.name}" is divided by the control’s share, which about ${formatDecimal(expected, 2)} ${plural(plan.unit)} make up. With so few its test is lopsided: with 20 conversions in control 6.2 % of experiments without effect look like a loss and 0.03 % like a gain, where 2.5 % each are planned (computed, 200 a variant at 10 %). Test the difference (z-unpooled) and report the relative change beside it, or plan for more ${plural(plan.unit)}.`;
    const index = plan.metrics.indexOf(metric);
    return { code: 'few-conversions', path: ['metrics', index, 'test'], message };
  }
  return null;
}

/** A test of the relative change on few conversions in control. */
export const fewConversions: Misuse = {
  id: 'few-conversions',
  name: 'Relative change on few conversions',
  find,
};
