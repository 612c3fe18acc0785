import type { Plan } from '../plan/planSchema';
import type { ComparisonAnswer, Decision, LookAnswer, SampleRatioAnswer } from './analysis';

/** What the comparisons come to. */
export interface Decided {
  readonly decision: Decision;
  /** The comparison that the sentence tells; null without a primary one. */
  readonly deciding: ComparisonAnswer | null;
  readonly keep: string | null;
}

/** Makes one decision of all comparisons, by the plan's rules. */
export function decide(
  plan: Plan,
  found: {
    readonly sampleRatio: SampleRatioAnswer | null;
    readonly look: LookAnswer;
    readonly comparisons: readonly ComparisonAnswer[];
  },
): Decided {
  const primary = found.comparisons.filter(({ role }) => role === 'primary');
  const shown = bestShown(plan, primary);
  const deciding =
    shown ?? primary.find(({ verdict }) => verdict === 'wrong-way') ?? strongest(primary);
  const decision = decisionOf(plan, { ...found, primary, shown, deciding });
  return { decision, deciding, keep: keptBy(plan, decision, shown) };
}

function keptBy(plan: Plan, decision: Decision, shown: ComparisonAnswer | null): string | null {
  switch (decision) {
    case 'untrustworthy':
    case 'continue':
      return null;
    case 'effect-shown':
      return shown?.treatment ?? null;
    case 'wrong-way':
    case 'guardrail-hurt':
    case 'futility':
    case 'not-shown':
      return plan.variants[0]?.name ?? null;
  }
}

function decisionOf(
  plan: Plan,
  {
    sampleRatio,
    look,
    comparisons,
    primary,
    shown,
    deciding,
  }: {
    readonly sampleRatio: SampleRatioAnswer | null;
    readonly look: LookAnswer;
    readonly comparisons: readonly ComparisonAnswer[];
    readonly primary: readonly ComparisonAnswer[];
    readonly shown: ComparisonAnswer | null;
    readonly deciding: ComparisonAnswer | null;
  },
): Decision {
  if (sampleRatio?.isAlarm) return 'untrustworthy';
  if (plan.design.analysis === 'fixed-horizon' && !look.isLast) return 'continue';
  if (shown !== null) {
    const isHurt = comparisons.some(
      ({ guardrail, treatment }) => guardrail === 'hurt' && treatment === shown.treatment,
    );
    return isHurt ? 'guardrail-hurt' : 'effect-shown';
  }
  if (primary.length > 0 && primary.every(({ verdict }) => verdict === 'wrong-way'))
    return 'wrong-way';
  if (look.isLast) return deciding?.verdict === 'wrong-way' ? 'wrong-way' : 'not-shown';
  const { futility } = look;
  const isFutile =
    futility !== null &&
    primary.length > 0 &&
    primary.every(({ z }) => z <= futility.high && z >= futility.low);
  return isFutile ? 'futility' : 'continue';
}

/** The treatment with the clearest result among those that show what the plan wants: of any metric, or of all. */
function bestShown(plan: Plan, primary: readonly ComparisonAnswer[]): ComparisonAnswer | null {
  const shown = primary.filter(({ verdict }) => verdict === 'shown');
  const isWhole = (treatment: string): boolean =>
    plan.design.success !== 'all' ||
    primary.every((each) => each.treatment !== treatment || each.verdict === 'shown');
  return strongest(shown.filter(({ treatment }) => isWhole(treatment)));
}

function strongest(answers: readonly ComparisonAnswer[]): ComparisonAnswer | null {
  return answers.reduce<ComparisonAnswer | null>(
    (best, each) => (best === null || each.z > best.z ? each : best),
    null,
  );
}
