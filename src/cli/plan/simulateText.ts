import type { Plan } from '../../core/experiment/plan/planSchema';
import { countOf, plural } from '../../core/report/countOf';
import { formatCount, formatDecimal, formatPercent } from '../../core/report/formatNumber';
import type { EffectOnDay, SimulationResult } from '../../core/simulate/simulationResult';
import { textTable } from './textTable';

/** The report of `flaglab simulate` for people: the simulated power beside the formula's, and the estimates by day. */
export function simulateText(plan: Plan, result: SimulationResult): string {
  const lines = [
    powerSentence(result),
    agreement(result),
    '',
    ...effectTable(plan, result),
    '',
    run(plan, result),
  ];
  return `${lines.join('\n')}\n`;
}

function powerSentence({ power, replications }: SimulationResult): string {
  const { estimate, interval } = power;
  return `In ${formatPercent(estimate)} of ${countOf(replications.done, 'simulated launch')} the test found the planned effect (95 % interval ${formatPercent(interval.low)} to ${formatPercent(interval.high)}).`;
}

function agreement({ formulaPower, standardErrorsApart, agrees }: SimulationResult): string {
  const apart = `${formatDecimal(standardErrorsApart, 2)} standard errors apart`;
  return agrees
    ? `The formula says ${formatPercent(formulaPower)}: they agree (${apart}).`
    : `The formula says ${formatPercent(formulaPower)}: THEY DIFFER (${apart}). Trust the simulation; with few users or rare events the formula's normal approximation is rough.`;
}

/** The first day, the ends of weeks, the last day. */
function isShown({ day }: EffectOnDay, days: number): boolean {
  return days <= 7 || day === 1 || day % 7 === 0 || day === days;
}

function effectTable(plan: Plan, { effectByDay, days }: SimulationResult): readonly string[] {
  const rows = effectByDay
    .filter((effect) => isShown(effect, days))
    .map(({ day, subjects, mean, low, high }) => [
      formatCount(day),
      formatCount(subjects.reduce((sum, count) => sum + count, 0)),
      signed(mean),
      `${signed(low)} to ${signed(high)}`,
    ]);
  return textTable(
    [
      { title: 'day', align: 'right' },
      { title: plural(plan.unit), align: 'right' },
      { title: 'mean effect', align: 'right' },
      { title: '95 % of the estimates', align: 'left' },
    ],
    rows,
  );
}

function signed(effect: number): string {
  return `${effect > 0 ? '+' : ''}${formatDecimal(effect, 3)}`;
}

function run(plan: Plan, { seed, unitsDrawn, replications }: SimulationResult): string {
  const interrupted =
    replications.done < replications.planned
      ? ` Interrupted: ${formatCount(replications.done)} of ${formatCount(replications.planned)} launches.`
      : '';
  return `Seed ${seed}, ${countOf(unitsDrawn, plan.unit)} drawn.${interrupted}`;
}
