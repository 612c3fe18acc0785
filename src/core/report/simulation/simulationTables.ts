import { metricValue } from '../../experiment/size/metricValue';
import type { Plan } from '../../experiment/plan/planSchema';
import type {
  EffectOnDay,
  RuleResult,
  SimulatedShare,
  SimulationResult,
} from '../../simulate/simulationResult';
import { plural } from '../countOf';
import { formatCount, formatDecimal, formatPercent } from '../formatNumber';
import type { ReportTable } from '../reportTable';

/** The tables of a simulation, in the order they are read. */
export function simulationTables(plan: Plan, result: SimulationResult): readonly ReportTable[] {
  return [
    rulesTable(result),
    ...peekingTable(result),
    ...stopsTable(plan, result.rule),
    estimatesTable(plan, result),
    ...alarmsTable(result),
    ...sizesTable(plan, result),
    daysTable(plan, result),
  ];
}

/** `80.3 % ± 0.8` */
function share({ estimate, standardError }: Pick<SimulatedShare, 'estimate' | 'standardError'>) {
  return `${formatPercent(estimate)} ± ${formatDecimal(196 * standardError, 2)}`;
}

function rulesTable({ rule, otherRules, peeking }: SimulationResult): ReportTable {
  const rules = [rule, ...(peeking === null ? [] : [peeking.daily]), ...otherRules];
  return {
    title: 'Rules on the same launches',
    columns: [
      'rule',
      'power',
      'by formula',
      'false alarms',
      'by formula',
      'wrong way',
      'mean day of decision',
      'same without effect',
    ],
    rows: rules.map((each) => [
      `${each.id}: ${each.name}`,
      share(each.power),
      each.formula === null ? '-' : formatPercent(each.formula.power),
      share(each.falseAlarms),
      each.formula === null ? '-' : formatPercent(each.formula.falseAlarms),
      share(each.wrongWay),
      dayOf(each.daysToDecision.withEffect.mean.estimate),
      dayOf(each.daysToDecision.withoutEffect.mean.estimate),
    ]),
  };
}

function dayOf(day: number | null): string {
  return day === null ? '-' : formatDecimal(day, 3);
}

function peekingTable({ peeking }: SimulationResult): readonly ReportTable[] {
  if (peeking === null) return [];
  return [
    {
      title: `What peeking does: false alarms of looks at ${formatDecimal(peeking.criticalValue, 3)} standard errors`,
      columns: ['evenly spaced looks', 'false alarms', 'exact'],
      rows: peeking.byLooks.map(({ looks, falseAlarms, formula }) => [
        formatCount(looks),
        share(falseAlarms),
        formatPercent(formula),
      ]),
    },
  ];
}

function stopsTable(plan: Plan, { stops }: RuleResult): readonly ReportTable[] {
  if (stops.withEffect.length < 2) return [];
  return [
    {
      title: 'Where launches end under the plan’s rule',
      columns: ['look', 'day', plural(plan.unit), 'success', 'wrong way', 'futility', 'no effect'],
      rows: stops.withEffect.map((stop, i) => {
        const none = stops.withoutEffect[i];
        const alarms = (none?.success.estimate ?? 0) + (none?.wrong.estimate ?? 0);
        return [
          formatCount(stop.look),
          formatCount(stop.day),
          formatCount(stop.units),
          share(stop.success),
          share(stop.wrong),
          share(stop.futility),
          formatPercent(alarms + (none?.futility.estimate ?? 0)),
        ];
      }),
    },
  ];
}

function estimatesTable(plan: Plan, result: SimulationResult): ReportTable {
  const { estimates, exposedToWorse } = result;
  const metric = plan.metrics.find(({ name }) => name === result.comparison.metric);
  const inWords = (value: number | null): string =>
    value === null || metric === undefined
      ? '-'
      : metricValue(metric, rounded(value), 'difference');
  const { estimate, standardError } = estimates.exaggeration;
  const size =
    estimate === null
      ? '-'
      : `${formatDecimal(estimate, 3)}${standardError === null ? '' : ` ± ${formatDecimal(1.96 * standardError, 2)}`}`;
  return {
    title: 'Estimates',
    columns: ['what', 'value'],
    rows: [
      ['true effect', inWords(estimates.trueEffect)],
      ['mean estimate', inWords(estimates.mean.estimate)],
      ['a significant estimate over the true effect (type M)', size],
      [
        'a significant estimate with the wrong sign (type S)',
        estimates.wrongSign === null ? '-' : share(estimates.wrongSign),
      ],
      ...(exposedToWorse === null
        ? []
        : [
            [
              `${plural(plan.unit)} in "${exposedToWorse.variant}", which is worse, until it is decided`,
              exposedToWorse.units.estimate === null
                ? '-'
                : formatCount(Math.round(exposedToWorse.units.estimate)),
            ],
          ]),
    ],
  };
}

function rounded(value: number): number {
  return Number(value.toPrecision(4));
}

function alarmsTable({ guardrails, sampleRatioAlarms }: SimulationResult) {
  if (sampleRatioAlarms === null) return [];
  const table: ReportTable = {
    title: 'Alarms',
    columns: ['alarm', 'launches', 'margin held', 'by formula'],
    rows: [
      [
        `sample ratio, p below ${formatDecimal(sampleRatioAlarms.alarmLevel, 3)}`,
        share(sampleRatioAlarms),
        '-',
        '-',
      ],
      ...guardrails.map(({ metric, alarms, held, formulaHeld }) => [
        `guardrail ${metric} worse`,
        share(alarms),
        held === null ? '-' : share(held),
        formulaHeld === null ? '-' : formatPercent(formulaHeld),
      ]),
    ],
  };
  return [table];
}

function sizesTable(plan: Plan, { powerByUnits }: SimulationResult): readonly ReportTable[] {
  if (powerByUnits.length === 0) return [];
  return [
    {
      title: 'Power at other sizes, on the same users',
      columns: [plural(plan.unit), 'power', 'by formula'],
      rows: powerByUnits.map(({ units, power, formula }) => [
        formatCount(units),
        share(power),
        formatPercent(formula),
      ]),
    },
  ];
}

/** The first day, the ends of weeks, the last day. */
function isShown({ day }: EffectOnDay, days: number): boolean {
  return days <= 7 || day === 1 || day % 7 === 0 || day === days;
}

function daysTable(plan: Plan, { effectByDay, days }: SimulationResult): ReportTable {
  return {
    title: 'The estimate day by day',
    columns: ['day', plural(plan.unit), 'mean effect', '2.5 %', '97.5 %'],
    rows: effectByDay
      .filter((effect) => isShown(effect, days))
      .map(({ day, subjects, mean, low, high }) => [
        formatCount(day),
        formatCount(subjects.reduce((sum, count) => sum + count, 0)),
        signed(mean),
        signed(low),
        signed(high),
      ]),
  };
}

function signed(effect: number): string {
  return `${effect > 0 ? '+' : ''}${formatDecimal(effect, 3)}`;
}
