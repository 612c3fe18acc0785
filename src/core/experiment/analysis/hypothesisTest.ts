import type { Question } from './question';
import { type EffectScale, type Evidence, noEffect } from './tests/evidence';

/** The p-value of what is to be shown, and of its opposite. */
export interface HypothesisTest {
  /** For superiority of two sides both ways together; else of the planned direction alone. */
  readonly p: number;
  /** One-sided: that the effect is in the good direction (with a margin: better than worse by it). */
  readonly pBetter: number;
  /** One-sided: that it is in the bad direction, against no effect. */
  readonly pWorse: number;
}

/** A difference in the metric's own unit on the scale of a test. */
export function onScale(scale: EffectScale, difference: number, baseline: number): number {
  switch (scale) {
    case 'difference':
      return difference;
    case 'relative':
      return difference / Math.abs(baseline);
    case 'ratio':
      return 1 + difference / baseline;
    case 'probability':
      return 0.5 + difference;
  }
}

/** Asks the evidence the plan's question. */
export function hypothesisTest(evidence: Evidence, question: Question): HypothesisTest {
  const { metric, hypothesis, margin, better, sides } = question;
  const nullValue = noEffect(evidence.scale);
  const good = better === 1 ? 'greater' : 'less';
  const bad = better === 1 ? 'less' : 'greater';
  const pWorse = evidence.pValue(nullValue, bad);
  if (hypothesis === 'superiority') {
    const pBetter = evidence.pValue(nullValue, good);
    return { p: sides === 2 ? evidence.pValue(nullValue, 'two-sided') : pBetter, pBetter, pWorse };
  }
  const worst = onScale(evidence.scale, -better * margin, metric.baseline);
  const pBetter = evidence.pValue(worst, good);
  if (hypothesis === 'non-inferiority') return { p: pBetter, pBetter, pWorse };
  const best = onScale(evidence.scale, better * margin, metric.baseline);
  const p = Math.max(pBetter, evidence.pValue(best, bad));
  return { p, pBetter: p, pWorse };
}
