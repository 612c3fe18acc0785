import type { Plan } from '../../experiment/plan/planSchema';
import type { SimulationResult } from '../../simulate/simulationResult';
import { countOf } from '../countOf';
import { formatCount, formatDecimal, formatPercent } from '../formatNumber';
import { distinctRefinedPower } from './distinctRefinedPower';

/** What a simulation says, in sentences: the answer first. */
export function simulationSentences(plan: Plan, result: SimulationResult): readonly string[] {
  return [
    powerSentence(result),
    agreement(result),
    ...result.changes,
    ...sizeSentence(plan, result),
    result.engine.reason,
    ...(result.budget === null ? [] : [result.budget.message]),
    drawn(plan, result),
  ];
}

function powerSentence({ power, replications }: SimulationResult): string {
  const { estimate, interval } = power;
  return `In ${formatPercent(estimate)} of ${countOf(replications.done, 'simulated launch')} the test found the planned effect (95 % interval ${formatPercent(interval.low)} to ${formatPercent(interval.high)}).`;
}

const refinedWords = {
  enumeration: 'with all outcomes of the test gone through',
  expansion: 'with skewness and the noise of estimated variances taken in',
};

function agreement(result: SimulationResult): string {
  const { formulaPower, standardErrorsApart, agrees, changes } = result;
  const apart = `${formatDecimal(standardErrorsApart, 2)} standard errors apart`;
  if (changes.length > 0) {
    return `The formula says ${formatPercent(formulaPower)}, of a launch as the sizes assume it, which this one is not.`;
  }
  const distinct = distinctRefinedPower(result);
  if (distinct !== null) {
    const refined = `The formula says ${formatPercent(formulaPower)}, by a normal approximation; ${refinedWords[distinct.by]} it is ${formatPercent(distinct.power)}`;
    return agrees
      ? `${refined}, and the simulation agrees with that (${apart}).`
      : `${refined}, and the simulation still DIFFERS (${apart}): trust the simulation.`;
  }
  return agrees
    ? `The formula says ${formatPercent(formulaPower)}: they agree (${apart}).`
    : `The formula says ${formatPercent(formulaPower)}: THEY DIFFER (${apart}). Trust the simulation; with few users or rare events the formula's normal approximation is rough.`;
}

function sizeSentence(plan: Plan, { requiredSize }: SimulationResult): readonly string[] {
  if (requiredSize === null) return [];
  const { units, interval, formulaUnits, targetPower, reason } = requiredSize;
  const power = formatPercent(targetPower);
  const needed = countOf(Math.ceil(formulaUnits), plan.unit);
  if (units === null) {
    return [
      `No simulated size reaches a power of ${power}; the formula needs ${needed}.${reason === null ? '' : ` ${reason}`}`,
    ];
  }
  const end = (value: number | null): string =>
    value === null ? 'beyond what was simulated' : formatCount(Math.ceil(value));
  return [
    `By simulation a power of ${power} takes ${countOf(Math.ceil(units), plan.unit)} (95 % interval ${end(interval.low)} to ${end(interval.high)}), by the formula ${formatCount(Math.ceil(formulaUnits))}.${reason === null ? '' : ` ${reason}`}`,
  ];
}

function drawn(plan: Plan, { seed, unitsDrawn, replications }: SimulationResult): string {
  const interrupted =
    replications.done < replications.planned
      ? ` Interrupted: ${formatCount(replications.done)} of ${formatCount(replications.planned)} launches.`
      : '';
  return `Seed ${seed}, ${countOf(unitsDrawn, plan.unit)} drawn.${interrupted}`;
}
