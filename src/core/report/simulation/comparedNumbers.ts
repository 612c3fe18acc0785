import type { Plan } from '../../experiment/plan/planSchema';
import type { SolvedAnswer } from '../../experiment/size/solvedAnswer';
import type { SimulatedShare, SimulationResult } from '../../simulate/simulationResult';
import { countOf } from '../countOf';
import { formatCount, formatDecimal, formatPercent } from '../formatNumber';
import { differenceInWords, metricNamed } from '../metricWords';

/** What two plans are compared by: name and value in words, the same names in the same order for every plan. */
export type ComparedNumbers = readonly (readonly [name: string, value: string])[];

const none = '-';

/** A plan's numbers by formula and by simulation; without a result the simulated ones are left open. */
export function comparedNumbers(
  plan: Plan,
  size: SolvedAnswer | null,
  result: SimulationResult | null,
): ComparedNumbers {
  return [...sizeNumbers(plan, size), ...simulatedNumbers(plan, result)];
}

function sizeNumbers(plan: Plan, size: SolvedAnswer | null): ComparedNumbers {
  const { design, unit } = plan;
  const metric = size === null ? undefined : metricNamed(plan, size.decidingMetric);
  const days = size?.days ?? null;
  return [
    ['Size', size === null ? none : countOf(size.total, unit)],
    ['Duration', days === null ? none : countOf(days, 'day')],
    ['Effect to detect', size === null ? none : differenceInWords(metric, size.absoluteEffect)],
    ['Significance level', formatPercent(design.significanceLevel)],
    ['Power by formula', size === null ? none : formatPercent(size.power)],
    ['Analysis', design.analysis],
  ];
}

function simulatedNumbers(plan: Plan, result: SimulationResult | null): ComparedNumbers {
  const {
    rule,
    peeking,
    estimates,
    exposedToWorse: worse,
    requiredSize,
    seed,
    replications,
  } = result ?? {};
  const unitsInWorse = worse?.units.estimate ?? null;
  const needed = requiredSize?.units ?? null;
  return [
    ['Simulated power', shareOf(rule?.power)],
    ['False alarms', shareOf(rule?.falseAlarms)],
    ['False alarms, looked at daily', shareOf(peeking?.daily.falseAlarms)],
    ['Mean day of decision', decimal(rule?.daysToDecision.withEffect.mean.estimate)],
    ['Exaggeration of what is found', decimal(estimates?.exaggeration.estimate)],
    [
      'In the worse variant until decided',
      unitsInWorse === null ? none : countOf(Math.round(unitsInWorse), plan.unit),
    ],
    ['Size by simulation', needed === null ? none : countOf(Math.ceil(needed), plan.unit)],
    [
      'Seed and launches',
      seed === undefined || replications === undefined
        ? none
        : `${seed}, ${formatCount(replications.done)} of ${formatCount(replications.planned)}`,
    ],
  ];
}

function shareOf(share: SimulatedShare | undefined): string {
  if (share === undefined) return none;
  return `${formatPercent(share.estimate)} ± ${formatDecimal(196 * share.standardError, 2)}`;
}

function decimal(value: number | null | undefined): string {
  return value === null || value === undefined ? none : formatDecimal(value, 3);
}
