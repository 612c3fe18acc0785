import { formatPercent } from '../../../report/formatNumber';
import type { Comparison } from '../comparison';
import { hypothesesInWords } from '../hypothesesInWords';
import { metricValue } from '../metricValue';
import { guardrailComparisons } from '../planComparisons';
import type { SizeWarning } from '../sizeAnswer';
import type { SizedPlan } from '../sizedPlan';
import type { Misuse } from './misuse';

/** A margin beyond this share of the baseline is seldom meant. */
const largeShare = 0.2;

/** What is odd about a margin, as a sentence; null for nothing. */
function oddity(comparison: Comparison): string | null {
  const { metric, hypothesis, effect, better, attenuation, trueBaseline } = comparison;
  const margin = comparison.margin / attenuation;
  const said = metricValue(metric, Number(margin.toPrecision(4)), 'difference');
  const share = Math.abs(margin / trueBaseline);
  if (share > largeShare && 'absolute' in (metric.margin ?? {})) {
    return `The absolute margin of "${metric.name}" (${said}) is ${formatPercent(share)} of its baseline: was a relative one meant?`;
  }
  if (share > largeShare) {
    return `The margin of "${metric.name}" is ${formatPercent(share)} of its baseline (${said}): so much worse would still pass.`;
  }
  if (hypothesis === 'non-inferiority' && better * effect < 0) {
    return `"${metric.name}" is expected to be worse in truth (expectedDifference is treatment minus control, with its sign) and still to pass within the margin of ${said}: is the sign as meant?`;
  }
  return null;
}

function find({ plan, comparisons }: SizedPlan): SizeWarning | null {
  for (const comparison of [...comparisons, ...guardrailComparisons(plan)]) {
    if (comparison.hypothesis === 'superiority') continue;
    const odd = oddity(comparison);
    if (odd === null) continue;
    const words = hypothesesInWords(comparison);
    const index = plan.metrics.indexOf(comparison.metric);
    const message = `${odd} As written, the test refutes: ${words.null} It shows: ${words.alternative} If that is not what you want, mend margin, direction or expectedDifference.`;
    return { code: 'margin-scale', path: ['metrics', index, 'margin'], message };
  }
  return null;
}

/** Sign and scale of a margin: both hypotheses in words where something is odd. */
export const marginScale: Misuse = {
  id: 'margin-scale',
  name: 'Sign or scale of a margin',
  find,
};
