import { expm1 } from '../../../stats/elementary/expm1';
import { log1p } from '../../../stats/elementary/log1p';
import type { Plan } from '../../plan/planSchema';
import type { Comparison } from '../comparison';
import type { PlannerTool } from './plannerTool';

/** A comparison as a person would type it into the tool: without labels, dilution, clusters, covariates, looks or corrections that it does not know. */
export function seenByTool(plan: Plan, tool: PlannerTool, own: Comparison): Comparison {
  const { reads, correction, seen = (comparison) => comparison } = tool;
  const { significanceLevel: level } = plan.design;
  const treatments = plan.variants.length - 1;
  const effect = own.effect / own.attenuation;
  const equal = own.controlShare === 1 ? 1 : 1 / plan.variants.length;
  return seen({
    ...own,
    baseline: own.trueBaseline,
    effect,
    target: own.trueBaseline + effect,
    attenuation: 1,
    inflation: 1,
    power: plan.design.power,
    significanceLevel: correction === 'sidak' ? -expm1(log1p(-level) / treatments) : level,
    sides: reads.sides ? own.sides : 2,
    controlShare: reads.weights ? own.controlShare : equal,
    treatmentShare: reads.weights ? own.treatmentShare : equal,
    analysis: tool.looks?.(own.analysis) === true ? own.analysis : { kind: 'fixed-horizon' },
  });
}
