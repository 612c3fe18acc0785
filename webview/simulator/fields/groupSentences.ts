import { planComparisons } from '../../../src/core/experiment/size/planComparisons';
import type { Plan, PlanMetric } from '../../../src/core/experiment/plan/planSchema';
import { countOf, plural } from '../../../src/core/report/countOf';
import { formatCount, formatPercent } from '../../../src/core/report/formatNumber';
import { isShareMetric } from '../../../src/core/report/../experiment/plan/isShareMetric';
import { differenceInWords } from '../../../src/core/report/metricWords';
import { tidy } from '../../../src/core/report/numberWords';
import { changedFromPlan } from '../../../src/core/traffic/unitGroups';
import { plannedEffect } from '../../../src/core/experiment/size/plannedEffect';
import { saysTexts as texts } from './texts';

function valueOf(metric: PlanMetric, value: number): string {
  return isShareMetric(metric) ? formatPercent(value) : tidy(value);
}

/** Where a metric stands, and where it would be. */
function ofMetric(metric: PlanMetric): string {
  const baseline = valueOf(metric, metric.baseline);
  const effect = plannedEffect(metric);
  if (effect === 0) return texts.margin(metric.name, baseline);
  const target = valueOf(metric, metric.baseline + effect);
  return texts.metric(metric.name, baseline, target, differenceInWords(metric, Math.abs(effect)));
}

function ofQuestion({ flag, metrics, unit }: Plan): string {
  const primary = metrics.find(({ role }) => role === 'primary');
  if (primary === undefined) return '';
  const way = primary.direction === 'decrease' ? texts.lower : texts.raise;
  return texts.question(flag, way, primary.name, unit);
}

function ofVariants({ variants }: Plan): string {
  const all = variants.reduce((sum, { weight }) => sum + weight, 0);
  const [control, ...others] = variants.map(
    ({ name, weight }) => `${name} (${formatPercent(weight / all)})`,
  );
  return texts.variants(others.join(', '), control ?? '');
}

function ofTraffic({ traffic, unit }: Plan): string {
  if (traffic.returning !== undefined) {
    const { population, activeShare } = traffic.returning;
    return texts.returning(countOf(population, unit), formatPercent(activeShare));
  }
  const daily = traffic.newUnitsPerDay * traffic.exposedShare;
  if (!(daily > 0)) return texts.nobody(plural(unit));
  const ramped = traffic.ramp !== undefined;
  const words = texts.traffic(`${tidy(daily)} ${plural(unit)}`);
  return ramped ? `${words} ${texts.ramp(formatCount(traffic.ramp.length))}` : words;
}

function ofDesign(plan: Plan): string {
  const { significanceLevel, power, sides, analysis } = plan.design;
  const tests = planComparisons(plan).length;
  const words = texts.design(
    texts.sides[sides],
    formatPercent(significanceLevel),
    formatPercent(power),
    texts.analyses[analysis],
  );
  return tests > 1 ? `${words} ${texts.comparisons(formatCount(tests))}` : words;
}

function ofLaunch(plan: Plan): string {
  const changes = changedFromPlan(plan);
  return changes.length === 0 ? texts.asPlanned : changes.join(' ');
}

/** What a group of inputs says now, in a sentence; empty for a group that has none. */
export function groupSentence(plan: Plan, id: string): string {
  switch (id) {
    case 'question':
      return ofQuestion(plan);
    case 'variants':
      return ofVariants(plan);
    case 'traffic':
      return ofTraffic(plan);
    case 'design':
      return ofDesign(plan);
    case 'launch':
      return ofLaunch(plan);
    default: {
      const metric = /^metrics\.(\d+)$/.exec(id)?.[1];
      const found = metric === undefined ? undefined : plan.metrics[Number(metric)];
      return found === undefined ? '' : ofMetric(found);
    }
  }
}
