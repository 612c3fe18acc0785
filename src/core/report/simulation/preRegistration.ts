import type { Plan, PlanMetric } from '../../experiment/plan/planSchema';
import { looksFacts } from '../../experiment/sequential/looksFacts';
import { looksTable } from '../../experiment/sequential/looksTable';
import { metricValue } from '../../experiment/size/metricValue';
import { sizeFacts } from '../../experiment/size/sizeFacts';
import type { SolvedAnswer } from '../../experiment/size/solvedAnswer';
import { solvePlan } from '../../experiment/size/solvePlan';
import type { SimulationResult } from '../../simulate/simulationResult';
import { countOf, plural } from '../countOf';
import { formatCount, formatDecimal, formatPercent } from '../formatNumber';
import type { ReportTable } from '../reportTable';
import type { ReportContext } from './reportContext';

/** What a team fixes before the first user comes: kept with the date it was written, it cannot be bent later. */
export interface PreRegistration {
  readonly facts: readonly (readonly [name: string, value: string])[];
  readonly tables: readonly ReportTable[];
  readonly assumptions: readonly string[];
  readonly warnings: readonly string[];
}

/** Hypothesis, metrics, design, size, stopping rule, seed and version of a plan that was simulated. */
export function preRegistration(
  plan: Plan,
  result: SimulationResult,
  context: ReportContext,
): PreRegistration {
  const { value: answer } = solvePlan(plan, 'sample-size');
  const notes = (said: readonly { readonly message: string }[] = []) =>
    said.map(({ message }) => message);
  return {
    facts: [
      ['Hypothesis', plan.hypothesis ?? 'none is written down'],
      ['Flag', plan.flag],
      ['Unit', plan.unit],
      ...sizeWords(plan, answer),
      ['Stopping rule', stoppingRule(plan, result, answer)],
      ...(answer === null ? [] : sizeFacts(plan, answer).map(capital)),
      ...(answer?.sequential ? looksFacts(answer.sequential).map(capital) : []),
      ['Simulated with', simulated(result, context)],
    ],
    tables: [
      metricsTable(plan),
      variantsTable(plan, answer),
      ...(answer?.sequential ? [looksOf(plan.unit, answer.sequential)] : []),
    ],
    assumptions: notes(answer?.assumptions),
    warnings: notes(answer?.warnings),
  };
}

function capital([name, value]: readonly [string, string]): readonly [string, string] {
  return [`${name.charAt(0).toUpperCase()}${name.slice(1)}`, value];
}

function sizeWords(
  { unit }: Plan,
  answer: SolvedAnswer | null,
): readonly (readonly [string, string])[] {
  if (answer === null) return [];
  const { given, sentence } = answer;
  if (given === null) return [['Size', sentence]];
  const days = given.days === null ? '' : `, ${countOf(given.days, 'day')}`;
  return [
    ['Size', `Fixed by the plan: ${countOf(given.total, unit)}${days}.`],
    ['Needed', sentence],
  ];
}

function stoppingRule(
  { unit }: Plan,
  { days, comparison, rule }: SimulationResult,
  answer: SolvedAnswer | null,
): string {
  const end = `day ${formatCount(days)}, with ${countOf(comparison.total, unit)}`;
  const looks = answer?.sequential?.looks.length ?? 1;
  return looks === 1
    ? `One look, at the end: ${end}. Nothing is decided before.`
    : `${rule.name}: ${countOf(looks, 'look')}, the last at the end, ${end}. It is ended at the first look that crosses a bound.`;
}

function simulated(
  { seed, replications, otherRules }: SimulationResult,
  { planFile, version }: ReportContext,
): string {
  const runs = formatCount(replications.done);
  const whole = replications.done === replications.planned;
  const rules =
    otherRules.length === 0 ? '' : ` --rule ${otherRules.map(({ id }) => id).join(' ')}`;
  const again = whole
    ? ` The same again: flaglab simulate ${planFile} --runs ${replications.planned} --seed ${seed}${rules}`
    : ` It ended before the ${formatCount(replications.planned)} that were the most.`;
  return `Flaglab ${version}, seed ${seed}, ${runs} replications.${again}`;
}

function aim(metric: PlanMetric): string {
  const { margin, minimumDetectableEffect: effect } = metric;
  const size = margin ?? effect;
  if (size === undefined) return '-';
  const words =
    'relative' in size
      ? `${formatPercent(size.relative)} of baseline`
      : metricValue(metric, size.absolute, 'difference');
  return margin === undefined ? words : `margin ${words}`;
}

function metricsTable({ metrics }: Plan): ReportTable {
  return {
    title: 'Metrics',
    columns: ['metric', 'role', 'kind', 'test', 'direction', 'effect'],
    rows: metrics.map((metric) => [
      metric.name,
      metric.role,
      metric.kind,
      metric.test,
      metric.direction,
      aim(metric),
    ]),
  };
}

function variantsTable({ variants, unit }: Plan, answer: SolvedAnswer | null): ReportTable {
  return {
    title: 'Variants',
    columns: ['variant', 'weight', `${plural(unit)} needed`],
    rows: variants.map(({ name, weight }, i) => {
      const size = answer?.perVariant[i]?.sampleSize;
      return [name, formatDecimal(weight, 6), size === undefined ? '-' : formatCount(size)];
    }),
  };
}

function looksOf(unit: string, sequential: NonNullable<SolvedAnswer['sequential']>): ReportTable {
  const { titles, rows } = looksTable(unit, sequential);
  return { title: 'Looks', columns: titles, rows };
}
