import { metricValue } from '../../core/experiment/size/metricValue';
import type { SolvedAnswer } from '../../core/experiment/size/solvedAnswer';
import type { Plan } from '../../core/experiment/plan/planSchema';
import { countOf } from '../../core/report/countOf';
import { formatCount, formatDecimal, formatPercent } from '../../core/report/formatNumber';

type Fact = readonly [name: string, value: string];

function effectInWords({ absoluteEffect, relativeEffect }: SolvedAnswer): string {
  const sign = absoluteEffect < 0 ? '' : '+';
  const share = Number.isFinite(relativeEffect) ? ` (${sign}${formatPercent(relativeEffect)})` : '';
  return `${sign}${formatDecimal(absoluteEffect, 4)}${share}`;
}

function aim(plan: Plan, answer: SolvedAnswer): string {
  const { decidingMetric: name, margin } = answer;
  const metric = plan.metrics.find((each) => each.name === name);
  if (margin === null || metric === undefined) {
    return `${name}: smallest effect to detect ${effectInWords(answer)}`;
  }
  return `${name}: margin ${metricValue(metric, Number(margin.toPrecision(6)), 'difference')}`;
}

function isUsual({ margin, significanceLevel }: SolvedAnswer, plan: Plan): boolean {
  return margin === null && significanceLevel === plan.design.significanceLevel;
}

/** The tool's number, and what of the plan it leaves out. */
function matchFacts(plan: Plan, { match }: SolvedAnswer): readonly Fact[] {
  if (match === null) return [];
  const shown = Number.isInteger(match.shownByTool)
    ? formatCount(match.shownByTool)
    : formatDecimal(match.shownByTool, 10);
  return [
    ['match', `${match.name}: it shows ${shown}`],
    ['own test', `needs ${countOf(match.ownTotal, plan.unit)} in all`],
    ...match.notes.map(({ message }) => ['match', message] as const),
  ];
}

/** What stands beside the sizes, a name and a value each: only what this plan has. */
export function sizeFacts(plan: Plan, answer: SolvedAnswer): readonly Fact[] {
  const { definition, hypotheses, stretches, guardrails, clusters, effects, labels } = answer;
  const shown = answer.margin === null ? [] : [['shows', hypotheses.alternative] as const];
  return [
    ...matchFacts(plan, answer),
    ['metric', aim(plan, answer)],
    ...shown,
    ['power', formatPercent(answer.power)],
    ...(isUsual(answer, plan)
      ? []
      : [['level', `${formatPercent(answer.significanceLevel)} for each comparison`] as const]),
    ['test', definition.name],
    ['formula', definition.formula],
    ['source', definition.source],
    ...stretches.map(({ message }) => ['stretch', message] as const),
    ...(clusters === null ? [] : [['clusters', countOf(clusters, 'cluster')] as const]),
    ...(effects.length > 1
      ? effects.map(
          ({ metric, treatment, absolute, relative }) =>
            [
              'effect',
              `${metric} in ${treatment}: ${absolute === null ? 'none can be found' : formatDecimal(absolute, 4)}${relative === null ? '' : ` (${formatPercent(relative)})`}`,
            ] as const,
        )
      : []),
    ...guardrails.map(
      ({ metric, treatment, power, total }) =>
        [
          'guardrail',
          `${metric} in ${treatment}: power ${formatPercent(power)}${total === null ? '' : `, needs ${formatCount(Math.ceil(total))} in all`}`,
        ] as const,
    ),
    ...labels.map(({ sentence }) => ['labels', sentence] as const),
  ];
}
