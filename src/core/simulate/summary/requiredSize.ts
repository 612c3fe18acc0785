import type { BlockSums } from '../blockSums';
import { decidingComparison } from '../../experiment/size/decidingComparison';
import type { RunDesign } from '../runDesign';
import type { PowerAtUnits, RequiredSize } from '../simulationResult';
import { simulatedShare } from './simulatedShare';

/** Power at each size of the curve. */
export function powerByUnits(
  { curve }: RunDesign,
  { curve: sums }: BlockSums,
): readonly PowerAtUnits[] {
  if (curve === null || sums.replications === 0) return [];
  return curve.points.map(({ units, formula }, i) => ({
    units,
    power: simulatedShare(sums.found[i] ?? 0, sums.replications),
    formula,
  }));
}

/** Where rising values reach a level, between two sizes in proportion on the scale of √units; null where they do not. */
function reaches(
  points: readonly { readonly units: number; readonly value: number }[],
  level: number,
): number | null {
  // From the last size at which it is not reached: the noise of a simulation may reach it before.
  const below = points.findLastIndex(({ value }) => value < level);
  const [one, other] = [points[below], points[below + 1]];
  if (other === undefined) return null;
  if (one === undefined) return other.units;
  const from = Math.sqrt(one.units);
  const share = (level - one.value) / (other.value - one.value);
  const root = from + share * (Math.sqrt(other.units) - from);
  return root * root;
}

/**
 * The size at which the simulated power is the planned one. All sizes are read off the same launches (common random
 * numbers), so that their noise is shared; its interval is where the band of the curve meets the planned power.
 */
export function requiredSize(
  design: RunDesign,
  points: readonly PowerAtUnits[],
): RequiredSize | null {
  const need = decidingComparison(design.plan);
  if (need === null || points.length === 0) return null;
  const targetPower = need.comparison.power;
  const at = (read: (power: PowerAtUnits['power']) => number): number | null =>
    reaches(
      points.map(({ units, power }) => ({ units, value: read(power) })),
      targetPower,
    );
  const low = at(({ interval }) => interval.high);
  const high = at(({ interval }) => interval.low);
  const formulaUnits = need.total;
  const isBelow = high !== null && formulaUnits > high * 1.02;
  const isAbove = low === null || formulaUnits < low * 0.98;
  const agrees = !isBelow && !isAbove;
  return {
    targetPower,
    units: at(({ estimate }) => estimate),
    interval: { low, high },
    formulaUnits,
    agrees,
    reason: agrees ? null : likelyReason(design, isBelow),
  };
}

function likelyReason({ comparison, rules }: RunDesign, isBelow: boolean): string {
  const { metric, baseline, controlShare, treatmentShare } = comparison;
  const units = Math.min(controlShare, treatmentShare) * (rules[0]?.looks.at(-1)?.units ?? 0);
  const events = units * Math.min(baseline, 1 - baseline);
  if (metric.kind === 'proportion' && events < 30) {
    return `With about ${Math.round(events)} expected events in a variant the formula's normal approximation is rough: trust the simulation.`;
  }
  if (units < 100) {
    return `With about ${Math.round(units)} units in a variant the formula's approximation is rough: trust the simulation.`;
  }
  if (comparison.analysis.kind !== 'fixed-horizon') {
    return 'The formula takes the path of estimates for a continuous normal one, and its bounds for those at the planned variance; the launches have neither.';
  }
  if (metric.kind === 'revenue' || metric.kind === 'count' || metric.kind === 'rate') {
    return 'The metric is skewed: its mean is not yet normal at this size, as the formula takes it to be.';
  }
  return isBelow
    ? 'The formula asks for more than the launches need: its approximation is on the safe side here.'
    : 'The launches need more than the formula asks for: what it leaves out costs power here.';
}
