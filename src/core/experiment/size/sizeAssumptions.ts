import { countOf, plural } from '../../report/countOf';
import { formatCount, formatDecimal, formatPercent } from '../../report/formatNumber';
import type { SizeNote } from './sizeAnswer';
import { levelInWords } from './levelInWords';
import { looksHold } from './sequentialNotes';
import type { Plan } from '../plan/planSchema';
import type { SizedPlan } from './sizedPlan';
import { isPairedPlan } from './isPairedPlan';
import { metricValue } from './metricValue';
import { unitVariance } from './unitVariance';
import { trafficInWords, trafficPattern } from './trafficInWords';

/** Weights of more variants than this are not told one by one. */
const mostNamed = 6;

/** What has to hold for the numbers to hold, in a stable order. */
export function sizeAssumptions(sized: SizedPlan): readonly SizeNote[] {
  return [
    metricHolds(sized),
    ...spreadHolds(sized),
    unitsAreIndependent(sized),
    sized.sequential === null ? oneLook(sized) : looksHold(sized, sized.sequential),
    ...trafficHolds(sized),
    ...largestNeedDecides(sized),
    ...allHaveToShow(sized),
    ...stretched(sized),
    ...othersNotSized(sized),
  ];
}

function metricHolds({ deciding }: SizedPlan): SizeNote {
  const { metric, treatment, trueBaseline, effect, attenuation, hypothesis } = deciding;
  const target = trueBaseline + effect / attenuation;
  const [from, to] = [trueBaseline, target].map((value) => metricValue(metric, value));
  const none = effect === 0 ? ': no true difference is expected' : ' by the expected difference';
  const what = hypothesis === 'superiority' ? ' if the effect is there' : none;
  const message = `"${metric.name}" is ${from} in control, and ${to} in ${treatment.name}${what}.`;
  return { code: 'metric-holds', message };
}

/** The deviation of means and revenue, which decides their size and is often guessed. */
function spreadHolds({ plan, deciding }: SizedPlan): readonly SizeNote[] {
  const { metric, treatment, baseline, target, effect, hypothesis } = deciding;
  if ((metric.kind !== 'mean' && metric.kind !== 'revenue') || isPairedPlan(plan)) return [];
  const [own, other] = [
    unitVariance(deciding, baseline, 'control'),
    unitVariance(deciding, target, 'treatment'),
  ].map((variance) => formatDecimal(Math.sqrt(variance), 4));
  const of = metric.observations === undefined ? plural(plan.unit) : 'observations';
  const start = `The standard deviation of "${metric.name}" between ${of} is ${own} in control and`;
  if (own !== other) {
    return [{ code: 'spread-holds', message: `${start} ${other} in ${treatment.name}.` }];
  }
  const share = effect / Math.abs(baseline);
  // Spread that grows as the mean does: the mean of 1 and (1 + share)², less 1.
  const more =
    metric.kind === 'revenue' && hypothesis === 'superiority' && share > 0
      ? `; if larger baskets bring the effect it grows, too, and about ${formatPercent(share + (share * share) / 2)} more are needed`
      : '';
  return [{ code: 'spread-holds', message: `${start} the same in ${treatment.name}${more}.` }];
}

function unitsAreIndependent({ plan }: SizedPlan): SizeNote {
  const { unit, variants, design } = plan;
  if (isPairedPlan(plan)) {
    const message = `Each ${unit} has every variant and is counted once for each; ${plural(unit)} do not influence others.`;
    return { code: 'independent-units', message };
  }
  const weights = variants.map(({ weight }) => formatDecimal(weight, 6)).join(' : ');
  const split = variants.length > mostNamed ? "by the plan's weights" : weights;
  const message =
    design.cluster === undefined
      ? `Each ${unit} is counted once, keeps one variant and does not influence others; ${plural(unit)} are assigned at random, ${split}.`
      : `Clusters of about ${formatDecimal(design.cluster.size, 6)} ${plural(unit)} are assigned at random as a whole, ${split}, and do not influence each other.`;
  return { code: 'independent-units', message };
}

function oneLook({ plan, deciding }: SizedPlan): SizeNote {
  const { significanceLevel, power } = plan.design;
  const level = levelInWords({ ...deciding, significanceLevel });
  const message = `One look at the data, at the end: ${level}, power ${formatPercent(power)}. Looking earlier and stopping at a success raises false alarms.`;
  return { code: 'one-look', message };
}

function trafficHolds({ plan, days }: SizedPlan): readonly SizeNote[] {
  if (days === null) return [];
  const pattern = trafficPattern(plan);
  const message =
    plan.traffic.returning === undefined
      ? `${trafficInWords(plan)} come for the first time, ${pattern === '' ? 'every day the same' : pattern}.`
      : `Everybody who comes belongs to ${trafficInWords(plan)}, each with the same chance; days bring fewer new ones as the experiment goes on${pattern === '' ? '' : `; ${pattern}`}.`;
  return [{ code: 'traffic-holds', message }];
}

function largestNeedDecides({ plan, comparisons, deciding }: SizedPlan): readonly SizeNote[] {
  if (comparisons.length < 2) return [];
  const { correction = 'none' } = plan.design;
  const how =
    correction === 'none'
      ? 'without correction for several'
      : `at a level of ${formatPercent(deciding.significanceLevel)} (${correctionWords(plan, correction)})`;
  const message = `Each of ${countOf(comparisons.length, 'comparison')} with control is sized alone at the plan's weights, ${how}; the largest need decides: "${deciding.metric.name}" in ${deciding.treatment.name}.`;
  return [{ code: 'largest-need-decides', message }];
}

/** Dunnett’s bound is for treatments that share a control on one metric: metrics share out the level. */
function correctionWords({ metrics, design }: Plan, correction: string): string {
  const primary = metrics.filter(({ role }) => role === 'primary').length;
  return correction === 'dunnett' && design.success !== 'all' && primary > 1
    ? `dunnett among the treatments of a metric, bonferroni between the ${primary} metrics`
    : correction;
}

function allHaveToShow({ plan, deciding }: SizedPlan): readonly SizeNote[] {
  if (plan.design.success !== 'all') return [];
  const message = `All primary metrics have to show their effect: each is sized for a power of ${formatPercent(deciding.power)}, so that all do with at least ${formatPercent(plan.design.power)}.`;
  return [{ code: 'all-have-to-show', message }];
}

/** What lies between the plan's units and independent, fully recorded ones. */
function stretched({ plan, deciding }: SizedPlan): readonly SizeNote[] {
  const { metric, attenuation, inflation } = deciding;
  const notes: SizeNote[] = [];
  if (inflation !== 1) {
    const message =
      inflation < 1
        ? `One ${plan.unit} of this experiment tells as much as ${formatDecimal(1 / inflation, 4)} ${metric.observations === undefined ? `independent, recorded ${plural(plan.unit)}` : 'independent, recorded observations'}${metric.covariate === undefined ? '' : ' without the covariate'}.`
        : `${formatDecimal(inflation, 4)} ${plural(plan.unit)} of this experiment tell as much as one independent, recorded ${metric.observations === undefined ? plan.unit : 'observation'}.`;
    notes.push({ code: 'stretched', message });
  }
  if (attenuation !== 1) {
    const { label, triggeredShare = 1 } = metric;
    const noise =
      label === undefined
        ? ''
        : ` Labels err the same way in all variants: sensitivity ${formatPercent(label.sensitivity)}, specificity ${formatPercent(label.specificity)}.`;
    const diluted =
      triggeredShare === 1
        ? ''
        : ` ${formatPercent(triggeredShare)} of ${plural(plan.unit)} can meet the change; on the others it has no effect.`;
    const message = `The test sees ${formatPercent(attenuation)} of the true effect.${noise}${diluted}`;
    notes.push({ code: 'attenuated', message });
  }
  return notes;
}

function othersNotSized({ plan, guardrails }: SizedPlan): readonly SizeNote[] {
  const shown = new Set(guardrails.map(({ metric }) => metric));
  const others = plan.metrics.filter(({ role, name }) => role !== 'primary' && !shown.has(name));
  if (others.length === 0) return [];
  const message = `Only primary metrics are sized; ${formatCount(others.length)} secondary or guardrail ${others.length === 1 ? 'metric is' : 'metrics are'} not.`;
  return [{ code: 'others-not-sized', message }];
}
