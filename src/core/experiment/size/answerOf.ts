import { plural } from '../../report/countOf';
import { formatDecimal, formatPercent } from '../../report/formatNumber';
import type { Plan } from '../plan/planSchema';
import type { Comparison } from './comparison';
import type { Need } from './decidingComparison';
import { definitionOf } from './definitionOf';
import { exaggerationAt } from './exaggerationAt';
import { hypothesesInWords } from './hypothesesInWords';
import { labelsNeeded } from './labelsNeeded';
import { leastPower } from './leastPower';
import { detectableShift } from './ratioMismatch';
import { roughFormula } from './refined/roughFormula';
import type { RatioMismatchAnswer, SizeAnswer, SizeWarning, StretchAnswer } from './sizeAnswer';
import { sizeAssumptions } from './sizeAssumptions';
import type { SizedPlan } from './sizedPlan';
import { sizedPlanOf } from './sizedPlanOf';
import { sizeMethodOf } from './sizeMethods';
import { sizeSentence } from './sizeSentence';
import { sizeWarnings } from './sizeWarnings';
import { type Stretch, stretchesOf } from './stretch';
import { variantShares } from './variantShares';

/** The usual p-value below which a sample-ratio mismatch raises an alarm: Fabijan and others, KDD 2019. */
const usualAlarmLevel = 0.001;

/** Everything that is said about a plan whose deciding comparison needs `need.total`, unrounded. */
export function answerOf(plan: Plan, need: Need): SizeAnswer {
  const sized = sizedPlanOf(plan, need);
  const { deciding, perVariant, total, days, wholeWeekDays, given, guardrails } = sized;
  const effect = deciding.effect / deciding.attenuation;
  const isSuperiority = deciding.hypothesis === 'superiority';
  return {
    perVariant,
    total,
    days,
    wholeWeekDays,
    decidingMetric: deciding.metric.name,
    decidingTreatment: deciding.treatment.name,
    absoluteEffect: effect,
    relativeEffect: effect / Math.abs(deciding.trueBaseline),
    power: leastPower(sized.comparisons, total),
    given,
    significanceLevel: deciding.significanceLevel,
    hypotheses: hypothesesInWords(deciding),
    margin: isSuperiority ? null : deciding.margin / deciding.attenuation,
    stretches: stretchAnswers(plan, deciding),
    clusters:
      plan.design.cluster === undefined ? null : Math.ceil(total / plan.design.cluster.size),
    guardrails,
    ratioMismatch: ratioMismatch(plan, given?.total ?? total),
    exaggeration: exaggerationAt(deciding, given?.total ?? total),
    exactCheck: sized.exactCheck,
    labels: (plan.labels ?? []).map(labelsNeeded),
    sequential: sized.sequential,
    definition: definitionOf(sizeMethodOf(deciding.metric), deciding),
    sentence: sizeSentence(sized),
    assumptions: sizeAssumptions(sized),
    warnings: warningsOf(sized),
  };
}

/** Beside those that the editor says, too, one that takes more of the kernel than it loads. */
function warningsOf(sized: SizedPlan): readonly SizeWarning[] {
  const rough = roughFormula(sized);
  return rough === null ? sizeWarnings(sized) : [rough, ...sizeWarnings(sized)];
}

function ratioMismatch(plan: Plan, total: number): RatioMismatchAnswer | null {
  const [plannedShare = 0] = variantShares(plan);
  const alarmLevel = plan.design.ratioAlarmLevel ?? usualAlarmLevel;
  const shift = detectableShift({ total, plannedShare, alarmLevel, power: 0.8 });
  return { alarmLevel, plannedShare, detectableShift: shift };
}

const stretchWords: Readonly<Record<Stretch['kind'], (unit: string) => string>> = {
  cluster: (unit) => `${plural(unit)} of a cluster are alike (design effect)`,
  observations: (unit) => `several observations of each ${unit}, alike among themselves`,
  covariate: () => 'adjustment by the covariate (CUPED)',
  sampling: (unit) => `only some ${plural(unit)} are recorded`,
};

function stretchAnswers(plan: Plan, { metric, attenuation }: Comparison): readonly StretchAnswer[] {
  const stretches = stretchesOf(plan, metric).map(({ kind, factor }) => ({
    kind,
    factor,
    message: `× ${formatDecimal(factor, 4)}: ${stretchWords[kind](plan.unit)}.`,
  }));
  if (attenuation === 1) return stretches;
  const factor = 1 / (attenuation * attenuation);
  const share = formatPercent(attenuation);
  const message = `× about ${formatDecimal(factor, 4)}: the test sees ${share} of the true effect (${[...(metric.label === undefined ? [] : ['labels err']), ...((metric.triggeredShare ?? 1) < 1 ? [`only some ${plural(plan.unit)} can meet the change`] : [])].join(', ')}).`;
  return [...stretches, { kind: 'attenuation', factor, message }];
}
