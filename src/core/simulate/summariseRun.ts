import { wilsonInterval } from '../stats/intervals/wilsonInterval';
import type { AbDesign, DesignDay } from './abDesign';
import type { BlockSums, DaySums } from './blockSums';
import type { SimulationRequest } from './simulationRequest';
import type { EffectOnDay, SimulatedShare, SimulationResult } from './simulationResult';

/** Further apart than this, simulation and formula do not answer the same question alike. */
const mostStandardErrors = 3.5;

/** What the blocks done so far say. */
export function summariseRun({
  request,
  design,
  formulaPower,
  sums,
}: {
  readonly request: SimulationRequest;
  readonly design: AbDesign;
  readonly formulaPower: number;
  readonly sums: BlockSums;
}): SimulationResult {
  const power = simulatedShare(sums.detections, sums.replications);
  const standardErrorsApart = errorsApart(power.estimate, formulaPower, sums.replications);
  return {
    seed: request.seed,
    replications: { done: sums.replications, planned: request.replications },
    unitsDrawn: sums.unitsDrawn,
    days: design.days.length,
    power,
    formulaPower,
    standardErrorsApart,
    agrees: standardErrorsApart <= mostStandardErrors,
    effectByDay: design.days.flatMap((day, i) => effectOnDay(i + 1, day, sums.days[i])),
  };
}

function simulatedShare(hits: number, replications: number): SimulatedShare {
  const estimate = hits / replications;
  const { low, high } = wilsonInterval({
    successes: hits,
    trials: replications,
    confidenceLevel: 0.95,
  });
  return {
    estimate,
    standardError: Math.sqrt((estimate * (1 - estimate)) / replications),
    interval: { low, high },
  };
}

/**
 * Distance in standard errors of a simulated share whose truth is the formula's power. The standard error
 * is taken as at least one replication: a power of 1 to the last digit is not refuted by a single miss.
 */
function errorsApart(estimate: number, formulaPower: number, replications: number): number {
  const standardError = Math.sqrt((formulaPower * (1 - formulaPower)) / replications);
  return Math.abs(estimate - formulaPower) / Math.max(standardError, 1 / replications);
}

/** Nothing for a day by which no replication had units in both variants. */
function effectOnDay(
  day: number,
  design: DesignDay,
  sums: DaySums | undefined,
): readonly EffectOnDay[] {
  if (sums === undefined || sums.estimates === 0) return [];
  const { estimates, mean, low, high } = sums;
  return [
    {
      day,
      subjects: design.expectedUnits,
      mean: mean / estimates,
      low: low / estimates,
      high: high / estimates,
    },
  ];
}
