import { countOf, plural } from '../../report/countOf';
import { formatCount, formatDecimal, formatPercent } from '../../report/formatNumber';
import type { SizeNote } from './sizeAnswer';
import type { SizedPlan } from './sizedPlan';
import { trafficInWords } from './trafficInWords';

/** Weights of more variants than this are not told one by one. */
const mostNamed = 6;

/** What has to hold for the numbers to hold, in a stable order. */
export function sizeAssumptions(sized: SizedPlan): readonly SizeNote[] {
  return [
    metricHolds(sized),
    unitsAreIndependent(sized),
    oneLook(sized),
    ...trafficHolds(sized),
    ...largestNeedDecides(sized),
    ...othersNotSized(sized),
  ];
}

function metricHolds({ deciding }: SizedPlan): SizeNote {
  const { metric, baseline, target, treatment } = deciding;
  const [from, to] = [baseline, target].map((share) => `${formatDecimal(share * 100, 6)} %`);
  const message = `"${metric.name}" is ${from} in control, and ${to} in ${treatment.name} if the effect is there.`;
  return { code: 'metric-holds', message };
}

function unitsAreIndependent({ plan }: SizedPlan): SizeNote {
  const { unit, variants } = plan;
  const weights = variants.map(({ weight }) => formatDecimal(weight, 6)).join(' : ');
  const split = variants.length > mostNamed ? "by the plan's weights" : weights;
  const message = `Each ${unit} is counted once, keeps one variant and does not influence others; ${plural(unit)} are assigned at random, ${split}.`;
  return { code: 'independent-units', message };
}

function oneLook({ plan }: SizedPlan): SizeNote {
  const { significanceLevel, sides, power } = plan.design;
  const message = `One look at the data, at the end: ${sides}-sided test at a significance level of ${formatPercent(significanceLevel)}, power ${formatPercent(power)}. Looking earlier and stopping at a success raises false alarms.`;
  return { code: 'one-look', message };
}

function trafficHolds({ plan, days }: SizedPlan): readonly SizeNote[] {
  if (days === null) return [];
  const message = `${trafficInWords(plan)} come for the first time, every day the same.`;
  return [{ code: 'traffic-holds', message }];
}

function largestNeedDecides({ comparisons, deciding }: SizedPlan): readonly SizeNote[] {
  if (comparisons.length < 2) return [];
  const message = `Each of ${countOf(comparisons.length, 'comparison')} with control is sized alone at the plan's weights, without correction for several; the largest need decides: "${deciding.metric.name}" in ${deciding.treatment.name}.`;
  return [{ code: 'largest-need-decides', message }];
}

function othersNotSized({ plan }: SizedPlan): readonly SizeNote[] {
  const others = plan.metrics.filter(({ role }) => role !== 'primary').length;
  if (others === 0) return [];
  const message = `Only primary metrics are sized; ${formatCount(others)} secondary or guardrail ${others === 1 ? 'metric is' : 'metrics are'} not.`;
  return [{ code: 'others-not-sized', message }];
}
