import type { Comparison } from './comparison';
import { criticalValue } from './criticalValue';
import { exactRejection } from './exact/exactRejection';

/** What a z test does in truth where events are few, by enumeration. */
export interface ExactCheck {
  readonly metric: string;
  readonly treatment: string;
  /** Chance to show the planned effect, 0 to 1. */
  readonly power: number;
  /** Chance of a false alarm, either way for two sides. */
  readonly typeOneError: number;
}

/** Tests that the enumeration knows. */
const variances: Readonly<Record<string, 'pooled' | 'unpooled'>> = {
  'z-unpooled': 'unpooled',
  'z-pooled': 'pooled',
};

/**
 * Exact power and type I error of a comparison at whole sizes; null for tests and designs that are not enumerated, and
 * for more outcomes than can be.
 */
export function exactCheck(
  comparison: Comparison,
  sizes: { readonly control: number; readonly treatment: number },
): ExactCheck | null {
  const { metric, treatment, baseline, target, effect, sides, hypothesis } = comparison;
  const variance = variances[metric.test];
  if (variance === undefined || hypothesis !== 'superiority' || comparison.inflation !== 1) {
    return null;
  }
  const question = {
    controlTrials: sizes.control,
    treatmentTrials: sizes.treatment,
    controlProbability: baseline,
    variance,
    critical: criticalValue(comparison),
  };
  const right = effect < 0 ? 'below' : 'above';
  const withEffect = exactRejection({ ...question, treatmentProbability: target });
  const without = exactRejection({ ...question, treatmentProbability: baseline });
  if (withEffect === null || without === null) return null;
  return {
    metric: metric.name,
    treatment: treatment.name,
    power: comparison.countsWrongTail ? withEffect.above + withEffect.below : withEffect[right],
    typeOneError: sides === 2 ? without.above + without.below : without[right],
  };
}
