import { exp } from '../../stats/elementary/exp';
import { alwaysValidMultiplier, type AlwaysValidRule } from '../sequential/alwaysValidMultiplier';
import type { PlanAnalysis } from '../sequential/planAnalysis';
import type { Comparison } from '../size/comparison';
import { situationAt } from '../size/analysedMethod';
import { sizeMethods } from '../size/sizeMethods';
import type { MetricSums } from './data/metricSums';

type AlwaysValid = Extract<PlanAnalysis, { readonly kind: 'always-valid' }>;

/** What is in at the moment of the analysis. */
export interface AlwaysValidData {
  readonly control: MetricSums;
  readonly treatment: MetricSums;
  readonly estimate: number;
  readonly standardError: number;
}

/** Half width of the interval in standard errors, and the smallest level at which the effect is significant. */
export interface AlwaysValidFound {
  readonly multiplier: number;
  readonly p: number;
}

/** The plan's always valid interval at the data's own size and variance; it holds at this look whatever the others. */
export function alwaysValidAt(
  analysis: AlwaysValid,
  comparison: Comparison,
  total: number,
  data: AlwaysValidData,
): AlwaysValidFound {
  const { significanceLevel, sides } = comparison;
  const rule = ruleOf(analysis, comparison, { total, data });
  const moment = {
    units: data.control.units + data.treatment.units,
    variance: data.standardError * data.standardError,
    sides,
  };
  const at = (level: number): number =>
    alwaysValidMultiplier(rule, { ...moment, significanceLevel: level });
  const z = Math.abs(data.estimate / data.standardError);
  return { multiplier: at(significanceLevel), p: levelReached(z, at) };
}

/** The level at which the multiplier is z, by bisection on its logarithm; 1 where none below ½ is. */
function levelReached(z: number, at: (level: number) => number): number {
  const least = -650;
  const most = -0.7;
  if (!(z > at(exp(most)))) return 1;
  let [low, high] = [least, most];
  for (let i = 0; i < 60; i += 1) {
    const middle = (low + high) / 2;
    if (at(exp(middle)) > z) low = middle;
    else high = middle;
  }
  return exp(high);
}

function ruleOf(
  { form, tuning, mixing }: AlwaysValid,
  comparison: Comparison,
  { total, data }: { readonly total: number; readonly data: AlwaysValidData },
): AlwaysValidRule {
  switch (form) {
    case 'msprt': {
      const deviation = mixing * comparison.effect;
      return { kind: 'msprt', mixingVariance: deviation * deviation };
    }
    case 'statsig':
      return {
        kind: 'statsig',
        varianceControl: data.control.variance,
        varianceTreatment: data.treatment.variance,
      };
    default: {
      const method = sizeMethods[comparison.metric.test];
      const planned = situationAt(method, comparison, total / comparison.inflation);
      return { kind: form, tuning: tuning ?? planned.fixedUnits };
    }
  }
}
