import { formatCount, formatPercent } from '../../report/formatNumber';
import { plural } from '../../report/countOf';
import type { Plan } from '../plan/planSchema';
import type { ComparisonAnswer, LookAnswer, SampleRatioAnswer } from './analysis';
import {
  effectInWords,
  intervalInWords,
  metricNamed,
  pEquation,
  pInWords,
  scaleInWords,
  valueInWords,
} from './analysisWords';
import type { Decided } from './decide';

/** The answer in one sentence (and, where the sample ratio alarms, the alarm before it). */
export function analysisSentence(
  plan: Plan,
  { decision, deciding, keep }: Decided,
  {
    sampleRatio,
    look,
  }: { readonly sampleRatio: SampleRatioAnswer | null; readonly look: LookAnswer },
): string {
  if (decision === 'untrustworthy' && sampleRatio !== null) return mismatch(plan, sampleRatio);
  if (deciding === null) return 'There is no primary metric to decide by.';
  const said = finding(plan, deciding);
  switch (decision) {
    case 'untrustworthy':
      return said;
    case 'effect-shown':
      return `${showing(plan, deciding)} ${said}${unplanned(look)}: keep ${keep}.`;
    case 'guardrail-hurt':
      return `${showing(plan, deciding)} ${said}, but a guardrail is hurt in ${deciding.treatment}: keep ${keep} until that is understood.`;
    case 'wrong-way':
      return `"${deciding.metric}" got worse in ${deciding.treatment}: ${said}${unplanned(look)}. Keep ${keep}.`;
    case 'futility':
      return `Stop for futility: ${said}, too little for the effect to be shown by the end. Keep ${keep}.`;
    case 'not-shown':
      return `No effect is shown: ${said}. That is not proof of none; the interval says what is still possible.`;
    case 'continue':
      return look.isPlanned
        ? `Go on: ${said}, which is within the bounds of this look.`
        : `Go on to the planned end: ${said}, at a look that the plan does not have.`;
  }
}

function unplanned({ isPlanned }: LookAnswer): string {
  return isPlanned ? '' : ', at a look that the plan does not have';
}

function showing({ unit }: Plan, { hypothesis, metric, treatment }: ComparisonAnswer): string {
  switch (hypothesis) {
    case 'superiority':
      return `The effect is shown:`;
    case 'non-inferiority':
      return `"${metric}" in ${treatment} is not worse by the margin (${plural(unit)} of both compared):`;
    case 'equivalence':
      return `"${metric}" in ${treatment} is within the margin of control:`;
  }
}

/** `conversion is 5.5 % in treatment and 5.2 % in control, +0.3 points (+5.8 %), 95 % interval ..., p = 0.0013` */
function finding(plan: Plan, answer: ComparisonAnswer): string {
  const metric = metricNamed(plan, answer.metric);
  const { control, arm, difference, relative, interval, posterior } = answer;
  const change = relative === null ? '' : ` (${relative > 0 ? '+' : ''}${formatPercent(relative)})`;
  const values = `"${answer.metric}" is ${valueInWords(metric, arm.value)} in ${arm.variant} and ${valueInWords(metric, control.value)} in ${control.variant}`;
  const effect = `${effectInWords(metric, 'difference', difference)}${change}${answer.adjustment === null ? '' : ' adjusted for before'}`;
  if (posterior !== null) {
    return `${values}, ${effect}; the chance that ${arm.variant} is better is ${formatPercent(posterior.probabilityToBeat)}`;
  }
  const level =
    interval === null
      ? ''
      : `, ${formatPercent(interval.confidenceLevel)} interval ${scaleInWords(answer.scale)}${intervalInWords(metric, answer)}`;
  const p = answer.alwaysValidP ?? answer.adjustedP ?? answer.p;
  const kind =
    answer.alwaysValidP !== null
      ? 'always valid p'
      : answer.adjustedP !== null
        ? 'corrected p'
        : 'p';
  return `${values}, ${effect}${level}, ${pEquation(kind, p)}`;
}

function mismatch(plan: Plan, { observed, expected, p, alarmLevel }: SampleRatioAnswer): string {
  const names = plan.variants.map(({ name }) => name);
  const counts = (of: readonly number[]): string =>
    of.map((count, i) => `${formatCount(count)} in ${names[i]}`).join(', ');
  return `SAMPLE RATIO MISMATCH: do not trust these results. There are ${counts(observed)}; by the weights ${counts(expected)} were to be expected (${pEquation('p', p)}, alarm below ${pInWords(alarmLevel)}). ${plural(plan.unit)} were lost or counted twice in one variant: find out why before reading on.`.replace(
    /\. ([a-z])/,
    (_, letter: string) => `. ${letter.toUpperCase()}`,
  );
}
