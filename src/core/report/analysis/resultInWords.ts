import type { PlanResult } from '../../experiment/plan/planSchema';
import { formatDecimal, formatPercent } from '../formatNumber';

/** A decision that a plan records, in a few words and in full. */
export interface ResultInWords {
  /** Fits over a line of code: `decided for treatment, 2027-03-22`. */
  readonly short: string;
  /** A line each: the decision, what the data said, the note. */
  readonly full: readonly string[];
}

const decisions: Readonly<Record<NonNullable<PlanResult['decision']>, string>> = {
  'effect-shown': 'the effect was shown',
  'wrong-way': 'the effect went the wrong way',
  'guardrail-hurt': 'a guardrail was hurt',
  futility: 'stopped for futility',
  'not-shown': 'no effect was shown',
};

function signed(value: number, text: (size: number) => string): string {
  return `${value < 0 ? '-' : '+'}${text(Math.abs(value))}`;
}

/** What the data said, as far as the plan records it: `conversion +0.00334, p 0.000333`. */
function evidence({ estimate, interval, p, metric }: PlanResult): string {
  const effect =
    estimate === undefined
      ? undefined
      : 'relative' in estimate
        ? signed(estimate.relative, formatPercent)
        : signed(estimate.absolute, (size) => formatDecimal(size, 3));
  const what = [metric, effect].filter((each) => each !== undefined).join(' ');
  const ends = interval?.map((end) => formatDecimal(end, 3)).join(' to ');
  const parts = [
    what,
    ends && `interval ${ends}`,
    p === undefined ? '' : `p ${formatDecimal(p, 3)}`,
  ];
  return parts.filter(Boolean).join(', ');
}

/** The `result` of a plan in words. */
export function resultInWords(result: PlanResult): ResultInWords {
  const { variant, date, decision, note } = result;
  const day = date === undefined ? '' : `, ${date}`;
  const why = decision === undefined ? '' : `: ${decisions[decision]}`;
  const lines = [`Decided for ${variant}${day}${why}`, evidence(result), note ?? ''];
  return { short: `decided for ${variant}${day}`, full: lines.filter((line) => line !== '') };
}
