import { formatCount, formatDecimal, formatPercent } from '../../report/formatNumber';
import type { OperatingPoint } from '../assess/operatingCurve';
import type { RolloutAssessment } from '../assess/rolloutAssessment';
import type { StrategyComparison } from '../compare/compareStrategies';
import type { RolloutOutcomes } from '../simulate/rolloutResult';
import { levelText, metricText } from './levelText';
import { chanceText } from './rolloutSentence';
import type { ReportTable } from '../../report/reportTable';

const names: readonly (readonly [
  keyof RolloutOutcomes,
  string,
  'chance' | 'minutes' | 'count' | 'share',
])[] = [
  ['probabilityOfRollback', 'rolled back', 'chance'],
  ['probabilityOfPromotion', 'promoted', 'chance'],
  ['probabilityOfWaiting', 'hangs in a pause', 'chance'],
  ['medianMinutesToDetect', 'minutes to detect (median)', 'minutes'],
  ['medianMinutesToRollback', 'minutes to roll back (median)', 'minutes'],
  ['medianRequestsExposed', 'requests exposed (median)', 'count'],
  ['medianMinutesToFullTraffic', 'minutes to 100 % (median)', 'minutes'],
  ['meanRequestsExposed', 'requests exposed (mean of all)', 'count'],
  ['meanUsersExposed', 'users exposed (mean of all)', 'count'],
  ['meanShareOfUsersExposed', 'share of users exposed', 'share'],
  ['meanBadRequests', 'additional bad requests (mean)', 'count'],
  ['meanResidualBadRequests', 'more, once promoted, until noticed', 'count'],
  ['meanShareOfErrorBudget', 'share of the error budget', 'share'],
];

function valueText(value: number | null, kind: (typeof names)[number][2]): string {
  if (value === null) return '-';
  switch (kind) {
    case 'chance':
      return chanceText(value);
    case 'share':
      return formatPercent(value);
    case 'count':
      return formatCount(value);
    case 'minutes':
      return formatDecimal(value, 3);
  }
}

/** Outcomes of the release under test and of one that changes nothing, with standard errors and exact chances. */
export function outcomeTable({ bad, good }: RolloutAssessment): ReportTable {
  const cell = (
    result: RolloutAssessment['bad'],
    [key, , kind]: (typeof names)[number],
  ): string => {
    const exact = result.closedForm;
    if (key === 'probabilityOfRollback' && exact !== null)
      return `${chanceText(exact.rollback)} (exact)`;
    if (key === 'probabilityOfPromotion' && exact !== null)
      return `${chanceText(exact.promotion)} (exact)`;
    const value = result.outcomes[key];
    const error = result.standardErrors[key];
    if (value === null || error === null || error === 0) return valueText(value, kind);
    return `${valueText(value, kind)} ± ${valueText(error, kind)}`;
  };
  return {
    title: `What launches come to (${formatCount(bad.launches)} simulated, ± standard error)`,
    columns: ['', 'release under test', 'good release'],
    rows: names.map((row) => [row[1], cell(bad, row), cell(good, row)]),
  };
}

/** The chance of being caught by severity, every second point. */
export function curveTable({ metric, curve }: RolloutAssessment): ReportTable {
  const shown = curve.filter((_, i) => i % 3 === 0 || i === curve.length - 1);
  const error = ({ standardError }: OperatingPoint): string =>
    standardError === 0 ? 'exact' : `± ${formatPercent(standardError)}`;
  return {
    title: `Rolled back, by ${metricText(metric)}`,
    columns: [metricText(metric), 'rolled back', ''],
    rows: shown.map((point) => [
      levelText(metric, point.level),
      chanceText(point.probabilityOfRollback),
      error(point),
    ]),
  };
}

/** Strategies side by side. */
export function comparisonTable({ strategies }: StrategyComparison): ReportTable {
  return {
    title: 'Strategies, the same traffic and release',
    columns: [
      'strategy',
      'caught',
      'false aborts',
      'min to roll back',
      'users hurt',
      'bad requests',
      'min to 100 %',
      'extra capacity',
      '',
    ],
    rows: strategies.map((one) => [
      one.label,
      chanceText(one.caught),
      chanceText(one.falseAborts),
      valueText(one.medianMinutesToRollback, 'minutes'),
      formatCount(one.usersExposed),
      formatCount(one.badRequests),
      valueText(one.minutesToFullTraffic, 'minutes'),
      formatPercent(one.extraCapacity),
      one.dominatedBy === null ? '' : `worse than: ${one.dominatedBy}`,
    ]),
  };
}

function yearlyText(count: number): string {
  return count > 0 && count < 0.01 ? 'under 0.01' : formatDecimal(count, 2);
}

/** The sentences beside the tables. */
export function rolloutFacts(assessment: RolloutAssessment): readonly string[] {
  const { metric, smallestCaught, falseAbortsPerYear, valueOfAbort, curve, bad } = assessment;
  const worst = curve.at(-1)?.level;
  const smallest =
    smallestCaught === null
      ? `No level of ${metricText(metric)} up to ${worst === undefined ? '' : levelText(metric, worst)} is rolled back in 80 % of launches.`
      : `Smallest level of ${metricText(metric)} rolled back in 80 % of launches: ${levelText(metric, smallestCaught.level)}.`;
  const aborts =
    falseAbortsPerYear === null ? [] : [`False aborts a year: ${yearlyText(falseAbortsPerYear)}.`];
  const value =
    valueOfAbort === null
      ? []
      : [`A release that is rolled back is bad with a chance of ${chanceText(valueOfAbort)}.`];
  const formula = bad.closedForm === null ? [] : [`Exact: ${bad.closedForm.formula}.`];
  return [smallest, ...aborts, ...value, ...formula];
}
