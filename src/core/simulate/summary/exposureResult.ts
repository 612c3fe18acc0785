import type { BlockSums } from '../blockSums';
import type { RunDesign } from '../runDesign';
import type { ExposureResult } from '../simulationResult';
import { endsByLook } from './ruleResult';
import { weightedMean } from './simulatedShare';

/** Expected units of the truly worse variant until the plan's rule ends the launch. */
export function exposureResult(design: RunDesign, sums: BlockSums): ExposureResult | null {
  const { comparison, plan, shares, rules, total, trueEffect } = design;
  const [rule] = rules;
  const stops = sums.rules[0]?.effect;
  if (trueEffect === 0 || rule === undefined || stops === undefined) return null;
  const isTreatmentWorse = trueEffect * comparison.better < 0;
  const index = isTreatmentWorse ? comparison.treatmentIndex : 0;
  const share = shares[index] ?? 0;
  const ends = endsByLook(stops, sums.replications);
  return {
    variant: plan.variants[index]?.name ?? '',
    units: weightedMean(
      rule.looks.map(({ units }, i) => ({ value: units * share, count: ends[i] ?? 0 })),
    ),
    unitsWithoutStopping: total * share,
  };
}
