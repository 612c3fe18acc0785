import { hypothesisOf } from './hypothesisOf';
import { levelInWords } from './levelInWords';
import { metricValue } from './metricValue';
import type { SolvedAnswer } from './solvedAnswer';
import type { Plan } from '../plan/planSchema';
import { countOf } from '../../report/countOf';
import { formatCount, formatDecimal, formatPercent } from '../../report/formatNumber';

/** What it is, and its value in words. */
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

/** The level, where it is not simply the plan's: a margin has one side, a correction lowers it. */
function levelFacts(plan: Plan, answer: SolvedAnswer): readonly Fact[] {
  const { significanceLevel, margin, decidingMetric: name } = answer;
  const metric = plan.metrics.find((each) => each.name === name);
  const each = significanceLevel === plan.design.significanceLevel ? '' : ' for each comparison';
  if (margin === null || metric === undefined) {
    return each === '' ? [] : [['level', `${formatPercent(significanceLevel)}${each}`]];
  }
  const sides = plan.design.sides === 'two' ? 2 : 1;
  const words = levelInWords({ hypothesis: hypothesisOf(metric), sides, significanceLevel });
  return [['level', `${words}${each}`]];
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

/** What a result at this size is worth: its exact level, how it exaggerates, which mismatch would be seen. */
function worthFacts({ exactCheck, exaggeration, ratioMismatch }: SolvedAnswer): readonly Fact[] {
  const facts: Fact[] = [];
  if (exactCheck !== null) {
    const { power, typeOneError } = exactCheck;
    const words = `all outcomes enumerated: power ${formatPercent(power)}, false alarms ${formatPercent(typeOneError)}`;
    facts.push(['exact', words]);
  }
  if (exaggeration !== null) {
    const { typeM, typeS } = exaggeration;
    const wrong = typeS < 0.0001 ? 'under 0.01 %' : formatPercent(typeS);
    const sign = typeS === 0 ? 'its sign never wrong' : `its sign wrong ${wrong} of the time`;
    const words = `a significant estimate is ${formatDecimal(typeM, 3)} times the true effect on average (type M), ${sign} (type S)`;
    facts.push(['if found', words]);
  }
  if (ratioMismatch !== null) {
    const { alarmLevel, plannedShare, detectableShift: shift } = ratioMismatch;
    const alarm = `the alarm at p < ${formatDecimal(alarmLevel, 3)}`;
    const words =
      shift === null
        ? `${alarm} can see none: there are too few units`
        : `${alarm} sees a control of ${formatPercent(plannedShare + shift)} instead of ${formatPercent(plannedShare)}, 80 % of the time`;
    facts.push(['mismatch', words]);
  }
  return facts;
}

/** What stands beside the sizes, a name and a value each: only what this plan has. */
export function sizeFacts(plan: Plan, answer: SolvedAnswer): readonly Fact[] {
  const { definition, hypotheses, stretches, guardrails, clusters, effects, labels } = answer;
  return [
    ...matchFacts(plan, answer),
    ['metric', aim(plan, answer)],
    ['refutes', hypotheses.null],
    ['shows', hypotheses.alternative],
    ['power', formatPercent(answer.power)],
    ...levelFacts(plan, answer),
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
    ...worthFacts(answer),
    ...(answer.levers.map(({ words, days }) => [
      'shorter',
      `${words}: ${days === null ? 'days unknown' : countOf(days, 'day')}`,
    ]) satisfies readonly Fact[]),
    ...labels.map(({ sentence }) => ['labels', sentence] as const),
  ];
}
