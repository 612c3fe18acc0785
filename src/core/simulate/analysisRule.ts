import type { Comparison } from '../experiment/size/comparison';
import type { PlanMetric } from '../experiment/plan/planSchema';
import { criticalValue } from '../experiment/size/criticalValue';
import { unpooledZ } from '../stats/tests/unpooledZ';

/** What control and treatment of one comparison have at the moment of a look. */
interface Counts {
  readonly controlUnits: number;
  readonly controlSuccesses: number;
  readonly treatmentUnits: number;
  readonly treatmentSuccesses: number;
}

/** Whether the data show the planned effect: significant, and in the planned direction. */
export type Detects = (counts: Counts) => boolean;

/** What is worked out once for a comparison, and asked for every replication. */
type AnalysisRule = (comparison: Comparison) => Detects;

/** The wrong tail is not counted, as in the size formula: a significant change the wrong way is no success. */
const zUnpooledRule: AnalysisRule = (comparison) => {
  const critical = criticalValue(comparison);
  const sign = comparison.effect < 0 ? -1 : 1;
  return ({ controlSuccesses, controlUnits, treatmentSuccesses, treatmentUnits }) =>
    sign * unpooledZ(controlSuccesses, controlUnits, treatmentSuccesses, treatmentUnits) >=
    critical;
};

/** How each test decides that a simulation can draw for: one rule and one line a test. */
const analysisRules: Partial<Readonly<Record<PlanMetric['test'], AnalysisRule>>> = {
  'z-unpooled': zUnpooledRule,
};

/** Whether synthetic launches can be drawn and tested for this comparison. */
export function canSimulate({ metric, hypothesis, inflation }: Comparison): boolean {
  return (
    metric.kind === 'proportion' &&
    analysisRules[metric.test] !== undefined &&
    hypothesis === 'superiority' &&
    inflation === 1
  );
}

/** The decision rule of a comparison's own test; of one that `canSimulate` refuses that of the z test. */
export function analysisRuleOf(comparison: Comparison): Detects {
  return (analysisRules[comparison.metric.test] ?? zUnpooledRule)(comparison);
}
