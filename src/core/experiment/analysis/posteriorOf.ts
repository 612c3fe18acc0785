import { betaDifferenceInterval } from '../bayesian/betaDifferenceInterval';
import { betaExpectedLoss } from '../bayesian/betaExpectedLoss';
import { betaProbabilityToBeat } from '../bayesian/betaProbabilityToBeat';
import {
  normalCredibleInterval,
  normalExpectedLoss,
  normalPosterior,
  normalProbabilityToBeat,
} from '../bayesian/normalPosterior';
import { ruleSlack } from '../bayesian/ruleSlack';
import type { PlanAnalysis } from '../sequential/planAnalysis';
import type { PosteriorAnswer, Verdict } from './analysis';

type Bayesian = Extract<PlanAnalysis, { readonly kind: 'bayesian' }>;

interface Observed {
  /** +1 where more is better. */
  readonly better: 1 | -1;
  readonly estimate: number;
  readonly standardError: number;
  /** Successes and units of a proportion, which a beta prior needs. */
  readonly shares: {
    readonly controlSuccesses: number;
    readonly controlTrials: number;
    readonly treatmentSuccesses: number;
    readonly treatmentTrials: number;
  } | null;
  /** Of the credible interval. */
  readonly probability: number;
}

/** What is believed of an effect after the data, with the plan's prior. */
export function posteriorOf(
  { prior }: Bayesian,
  { better, estimate, standardError, shares, probability }: Observed,
): PosteriorAnswer {
  if (prior.kind === 'beta' && shares !== null) {
    const control = {
      alpha: prior.alpha + shares.controlSuccesses,
      beta: prior.beta + shares.controlTrials - shares.controlSuccesses,
    };
    const treatment = {
      alpha: prior.alpha + shares.treatmentSuccesses,
      beta: prior.beta + shares.treatmentTrials - shares.treatmentSuccesses,
    };
    const beats = betaProbabilityToBeat(control, treatment);
    const above = betaExpectedLoss(treatment, control);
    const below = betaExpectedLoss(control, treatment);
    return {
      probabilityToBeat: better === 1 ? beats : 1 - beats,
      expectedLoss: better === 1 ? above : below,
      controlLoss: better === 1 ? below : above,
      ...betaDifferenceInterval(control, treatment, probability),
      probability,
    };
  }
  const belief = prior.kind === 'normal' ? prior : { mean: 0, deviation: Infinity };
  const after = normalPosterior(belief, { mean: estimate, deviation: standardError });
  const good = { mean: better * after.mean, deviation: after.deviation };
  return {
    probabilityToBeat: normalProbabilityToBeat(good),
    expectedLoss: normalExpectedLoss(good),
    controlLoss: normalExpectedLoss({ mean: -good.mean, deviation: good.deviation }),
    ...normalCredibleInterval(after, probability),
    probability,
  };
}

/** What the plan's rule makes of it. */
export function posteriorVerdict({ rule }: Bayesian, posterior: PosteriorAnswer): Verdict {
  const { probabilityToBeat, expectedLoss, controlLoss } = posterior;
  if ('probability' in rule) {
    const asked = rule.probability - ruleSlack;
    if (probabilityToBeat >= asked) return 'shown';
    return 1 - probabilityToBeat >= asked ? 'wrong-way' : 'not-shown';
  }
  const allowed = rule.expectedLoss + ruleSlack;
  if (expectedLoss <= allowed && expectedLoss <= controlLoss) return 'shown';
  return controlLoss <= allowed ? 'wrong-way' : 'not-shown';
}
