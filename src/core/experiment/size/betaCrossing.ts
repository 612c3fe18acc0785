import { type BetaRuleDesign, betaRuleChances } from '../bayesian/betaRuleChances';
import type { CrossingProbabilities } from '../sequential/crossingProbabilities';
import type { NullAndEffect } from '../sequential/operatingCharacteristics';
import type { Comparison } from './comparison';
import { wholePair } from './wholePair';

/** The chances of a Bayesian rule on shares, by enumeration, as they depend on what is true. */
export interface BetaCrossing {
  readonly at: (
    truth: keyof NullAndEffect<unknown>,
    effort: 'quick' | 'thorough',
  ) => CrossingProbabilities | null;
}

/** What is enumerated at a total of independent recorded units; null where the model is not beta-binomial. */
export function betaCrossing(comparison: Comparison, total: number): BetaCrossing | null {
  const { analysis, metric, effect, baseline, target, sides, hypothesis, inflation } = comparison;
  if (analysis.kind !== 'bayesian' || analysis.prior.kind !== 'beta') return null;
  const isBinomial = metric.kind === 'proportion' && metric.test !== 'mcnemar';
  if (!isBinomial || hypothesis !== 'superiority' || inflation !== 1) return null;
  // Where less is better, failures are what there is to be more of.
  const isRise = effect >= 0;
  const { alpha, beta } = analysis.prior;
  const design: BetaRuleDesign = {
    rule: analysis.rule,
    prior: isRise ? { alpha, beta } : { alpha: beta, beta: alpha },
    sides,
    looks: analysis.fractions.map((fraction) => wholePair(comparison, fraction * total)),
  };
  const better = (share: number): number => (isRise ? share : 1 - share);
  return {
    at(truth, effort) {
      const shares = {
        control: better(baseline),
        treatment: better(truth === 'effect' ? target : baseline),
      };
      const found = betaRuleChances(design, shares, effort);
      return (
        found && {
          success: found.treatment,
          wrong: found.control,
          futility: found.treatment.map(() => 0),
        }
      );
    },
  };
}
