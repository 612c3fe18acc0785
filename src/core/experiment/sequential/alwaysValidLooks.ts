import { alwaysValidMultiplier, type AlwaysValidRule } from './alwaysValidMultiplier';
import type { AnalysisSituation } from './analysisSituation';
import type { LookBound } from './lookBound';
import type { PlanAnalysis } from './planAnalysis';

type AlwaysValid = Extract<PlanAnalysis, { readonly kind: 'always-valid' }>;

/** The looks of an always valid analysis: at each the multiplier of the standard error on both sides (or one). */
export function alwaysValidLooks(
  analysis: AlwaysValid,
  situation: AnalysisSituation,
): readonly LookBound[] {
  const { significanceLevel, sides, drift, effect, controlUnits, treatmentUnits } = situation;
  const rule = ruleOf(analysis, situation);
  const deviation = Math.abs(effect) / drift;
  return analysis.fractions.map((fraction) => {
    const upper = alwaysValidMultiplier(rule, {
      units: fraction * (controlUnits + treatmentUnits),
      variance: (deviation * deviation) / fraction,
      significanceLevel,
      sides,
    });
    return { fraction, upper, lower: sides === 2 ? -upper : -Infinity, futility: null };
  });
}

function ruleOf(
  { form, tuning, mixing }: AlwaysValid,
  { effect, drift, controlUnits, treatmentUnits, varianceRatio, fixedUnits }: AnalysisSituation,
): AlwaysValidRule {
  switch (form) {
    case 'msprt':
      return { kind: 'msprt', mixingVariance: mixing * mixing * effect * effect };
    case 'statsig': {
      // The unit variances that give the estimate the variance it has.
      const variance = (effect / drift) * (effect / drift);
      const varianceControl = variance / (1 / controlUnits + varianceRatio / treatmentUnits);
      return {
        kind: 'statsig',
        varianceControl,
        varianceTreatment: varianceRatio * varianceControl,
      };
    }
    default:
      return { kind: form, tuning: tuning ?? fixedUnits };
  }
}
