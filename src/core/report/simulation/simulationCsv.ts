import type {
  RuleResult,
  SimulatedMean,
  SimulatedShare,
  SimulationResult,
} from '../../simulate/simulationResult';
import { csvText } from '../csvText';

const columns = [
  'what',
  'of',
  'day',
  'units',
  'value',
  'standard_error',
  'low',
  'high',
  'formula',
] as const;

type Row = Readonly<Partial<Record<(typeof columns)[number], string | number | null>>>;

/**
 * The numbers of a simulation for a spreadsheet, unrounded: a row a number, with its standard error and its 95 % interval (of the
 * effect by day the 2.5 % and 97.5 % quantiles over launches), and what the formula says.
 */
export function simulationCsv(result: SimulationResult): string {
  const { effectByDay, powerByUnits, estimates, traffic } = result;
  const rows: readonly Row[] = [
    { what: 'seed', value: result.seed },
    { what: 'replications', value: result.replications.done },
    ...ruleRows(result),
    ...(result.peeking?.byLooks ?? []).map(({ looks, falseAlarms, formula }) => ({
      ...share('false alarms of looks', String(looks), falseAlarms),
      formula,
    })),
    ...powerByUnits.map(({ units, power, formula }) => ({
      ...share('power by units', result.rule.id, power),
      units,
      formula,
    })),
    ...effectByDay.map(({ day, subjects, mean, low, high }) => ({
      what: 'effect by day',
      day,
      units: subjects.reduce((sum, count) => sum + count, 0),
      value: mean,
      low,
      high,
    })),
    ...estimates.histogram.flatMap(({ from, to, launches, significant }) => [
      { what: 'launches by estimate', value: launches, low: from, high: to },
      { what: 'significant launches by estimate', value: significant, low: from, high: to },
    ]),
    ...traffic.map(({ day, newUnits }) => ({
      what: 'new units by day',
      day,
      value: newUnits.reduce((sum, count) => sum + count, 0),
    })),
  ];
  return csvText([columns, ...rows.map((row) => columns.map((column) => row[column] ?? null))]);
}

function ruleRows({ rule, peeking, otherRules }: SimulationResult): readonly Row[] {
  return [rule, ...(peeking === null ? [] : [peeking.daily]), ...otherRules].flatMap(rowsOfRule);
}

function rowsOfRule(rule: RuleResult): readonly Row[] {
  const { id, formula, daysToDecision, unitsAtDecision } = rule;
  return [
    { ...share('power', id, rule.power), formula: formula?.power ?? null },
    { ...share('false alarms', id, rule.falseAlarms), formula: formula?.falseAlarms ?? null },
    share('wrong way', id, rule.wrongWay),
    mean('day of decision', id, daysToDecision.withEffect.mean),
    mean('day of decision without effect', id, daysToDecision.withoutEffect.mean),
    mean('units at decision', id, unitsAtDecision.withEffect),
    mean('units at decision without effect', id, unitsAtDecision.withoutEffect),
  ];
}

function share(
  what: string,
  of: string,
  { estimate, standardError, interval }: SimulatedShare,
): Row {
  const { low, high } = interval;
  return { what, of, value: estimate, standard_error: standardError, low, high };
}

function mean(what: string, of: string, { estimate, standardError }: SimulatedMean): Row {
  return { what, of, value: estimate, standard_error: standardError };
}
