import { hypothesisOf } from '../experiment/size/hypothesisOf';
import type { Plan, PlanMetric } from '../experiment/plan/planSchema';
import type { Comparison } from '../experiment/size/comparison';
import { absoluteChange, plannedMargin } from '../experiment/size/plannedEffect';
import { guardrailComparisons } from '../experiment/size/planComparisons';
import { attenuationOf, seenValue } from '../experiment/size/seenValue';
import { sizeMethodOf } from '../experiment/size/sizeMethods';
import { normalQuantile } from '../stats/distributions/normalQuantile';
import { chooseEngine } from './engines/chooseEngine';
import type { ArmSamplers } from './engines/unitSampler';
import { launchData, type LaunchData } from './launch/launchData';
import type { LaunchStatistic } from './statistics/launchStatistic';
import { differenceReader } from './statistics/measuredDifference';
import { statisticOf } from './statistics/statisticOf';

/** A guardrail as a run draws it: at the planned end, on draws of its own. */
export interface GuardrailDesign {
  readonly comparison: Comparison;
  readonly samplers: ArmSamplers;
  readonly launch: LaunchData;
  /** Standard errors in the good direction. */
  readonly plain: LaunchStatistic;
  /** Of the margin; null without one. */
  readonly margin: LaunchStatistic | null;
  readonly critical: number;
  /** What the formula says of the margin at a total. */
  readonly formulaHeld: (total: number) => number | null;
}

/** Guardrails of the treatment that is simulated; those that cannot be drawn are left out. */
export function guardrailDesigns(plan: Plan, deciding: Comparison): readonly GuardrailDesign[] {
  return plan.metrics
    .filter(({ role }) => role === 'guardrail')
    .flatMap((metric) => {
      const found = guardrailDesign(plan, metric, deciding);
      return found === null ? [] : [found];
    });
}

function guardrailDesign(
  plan: Plan,
  metric: PlanMetric,
  deciding: Comparison,
): GuardrailDesign | null {
  const own = guardrailComparisons(plan).find(
    (each) => each.metric === metric && each.treatmentIndex === deciding.treatmentIndex,
  );
  const comparison = own ?? withoutMargin(plan, metric, deciding);
  const superiority: Comparison = { ...comparison, hypothesis: 'superiority', margin: 0 };
  const engine = chooseEngine(comparison, {
    rules: [metric.test],
    simulation: plan.simulation,
  });
  if (engine.kind === 'refused' || engine.keepsValues) return null;
  const read = differenceReader(metric.kind, { isTotals: engine.isTotals });
  const plain = statisticOf(metric.test, superiority, read);
  if (plain === null || comparison.inflation !== 1) return null;
  const margin = own === undefined ? null : statisticOf(metric.test, own, read);
  const tail = comparison.significanceLevel / comparison.sides;
  const sign = comparison.better;
  return {
    comparison,
    samplers: engine.samplers,
    launch: launchData(1, { centre: engine.samplers.centre, keepsValues: false }),
    plain: { score: (launch, step) => sign * plain.score(launch, step) },
    margin,
    critical: -normalQuantile(tail),
    formulaHeld: (total) => (own === undefined ? null : sizeMethodOf(metric).power(own, total)),
  };
}

/** A guardrail without a margin: only harm is seen. */
function withoutMargin(plan: Plan, metric: PlanMetric, deciding: Comparison): Comparison {
  const attenuation = attenuationOf(metric);
  const baseline = seenValue(metric, metric.baseline);
  const effect = absoluteChange(metric, metric.expectedDifference ?? { absolute: 0 }) * attenuation;
  const { significanceLevel, power, sides } = plan.design;
  return {
    ...deciding,
    metric,
    baseline,
    target: baseline + effect,
    effect,
    significanceLevel,
    power,
    sides: sides === 'two' ? 2 : 1,
    hypothesis: hypothesisOf(metric) === 'superiority' ? 'superiority' : 'non-inferiority',
    margin: plannedMargin(metric) * attenuation,
    better: metric.direction === 'increase' ? 1 : -1,
    inflation: 1,
    attenuation,
    trueBaseline: metric.baseline,
    analysis: { kind: 'fixed-horizon' },
  };
}
