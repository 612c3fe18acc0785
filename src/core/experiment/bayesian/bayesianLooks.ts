import { normalQuantile } from '../../stats/distributions/normalQuantile';
import type { AnalysisSituation } from '../sequential/analysisSituation';
import { fallingRoot } from '../sequential/fallingRoot';
import type { LookBound } from '../sequential/lookBound';
import type { DecisionRule, PlanAnalysis, PlanPrior } from '../sequential/planAnalysis';
import { normalExpectedLoss } from './normalPosterior';

type Bayesian = Extract<PlanAnalysis, { readonly kind: 'bayesian' }>;

/** Means in posterior standard deviations beyond which nothing is lost. */
const farthest = 38;

/**
 * The looks of a Bayesian rule as bounds of the standardised difference z: where the posterior, normal, meets the rule.
 *
 * Formula: the posterior mean is u standard deviations above 0 where z = u √(1 + V/τ²) - m √V / τ², with V the variance
 * of the estimate, m and τ² the prior's; u is the quantile of the probability, or where the expected loss is as large
 * as allowed. A beta prior counts as so many units more in each variant, with no effect.
 * Source: Gelman et al., Bayesian Data Analysis, 3rd edition 2013, section 2.5; Stucchio, Bayesian A/B Testing at VWO,
 * 2015 (expected loss).
 */
export function bayesianLooks(
  { fractions, prior, rule }: Bayesian,
  situation: AnalysisSituation,
): readonly LookBound[] {
  return fractions.map((fraction) => {
    const deviation = Math.abs(situation.effect) / (situation.drift * Math.sqrt(fraction));
    const { mean, weight } = beliefAt(prior, { ...situation, fraction, deviation });
    const posteriorDeviation = deviation / Math.sqrt(1 + weight);
    const reach = Math.sqrt(1 + weight) * thresholdOf(rule, posteriorDeviation);
    const shift = (mean / deviation) * weight;
    return {
      fraction,
      upper: reach - shift,
      lower: situation.sides === 2 ? -reach - shift : -Infinity,
      futility: null,
    };
  });
}

/** Prior mean in the planned direction, and the prior's precision over the data's. */
function beliefAt(
  prior: PlanPrior,
  at: AnalysisSituation & { readonly fraction: number; readonly deviation: number },
): { readonly mean: number; readonly weight: number } {
  switch (prior.kind) {
    case 'flat':
      return { mean: 0, weight: 0 };
    case 'normal': {
      const ratio = at.deviation / prior.deviation;
      return { mean: at.effect < 0 ? -prior.mean : prior.mean, weight: ratio * ratio };
    }
    case 'beta': {
      const priorUnits = prior.alpha + prior.beta;
      const perUnit = (1 / at.controlUnits + 1 / at.treatmentUnits) / at.fraction;
      return { mean: 0, weight: 0.5 * priorUnits * perUnit };
    }
  }
}

/** Posterior mean in posterior standard deviations at which the rule chooses; never below 0, as the better one is chosen. */
function thresholdOf(rule: DecisionRule, deviation: number): number {
  if ('probability' in rule) return normalQuantile(rule.probability);
  const excess = (u: number): number =>
    normalExpectedLoss({ mean: u * deviation, deviation }) - rule.expectedLoss;
  return fallingRoot(excess, { low: 0, high: farthest, tolerance: 1e-12 });
}
