import { binomialCdf } from '../../stats/distributions/binomialCdf';
import { binomialPmf } from '../../stats/distributions/binomialPmf';
import { binomialUpperTail } from '../../stats/distributions/binomialUpperTail';
import type { DecisionRule } from '../sequential/planAnalysis';
import { betaExpectedLoss } from './betaExpectedLoss';
import type { BetaPosterior } from './betaPosterior';
import { betaProbabilityToBeat } from './betaProbabilityToBeat';

/** Units of a variant, and the share of them that truly succeed. */
export interface BinomialArm {
  readonly units: number;
  readonly share: number;
}

/** Chances of a decision at one look. */
export interface RuleChances {
  /** That the treatment is chosen. */
  readonly treatment: number;
  /** That the control is. */
  readonly control: number;
}

/** Counts less likely than this to be reached are left out. */
const negligible = 1e-12;

/**
 * Chances that a Bayesian rule chooses a variant at one look, a larger share being better: power where the shares
 * differ, false alarms where they do not.
 *
 * Formula: sum over the control's counts of their probability times that of the treatment's counts beyond the one
 * from which the rule chooses it; that count rises with the control's, so it is walked to, not searched.
 * Range: whole units, 0 < share < 1; its time grows with the standard deviation of the counts, some hundred decisions
 * (a millisecond each) for a hundred expected successes, so it checks small plans; larger ones go by `bayesianLooks`. Accuracy reached: 1e-11 absolute.
 */
export function betaRuleChances(
  rule: DecisionRule,
  prior: BetaPosterior,
  arms: { readonly control: BinomialArm; readonly treatment: BinomialArm },
): RuleChances {
  const { control, treatment } = arms;
  return {
    treatment: chanceToChoose(rule, prior, { chosen: treatment, other: control }),
    control: chanceToChoose(rule, prior, { chosen: control, other: treatment }),
  };
}

function chanceToChoose(
  rule: DecisionRule,
  prior: BetaPosterior,
  { chosen, other }: { readonly chosen: BinomialArm; readonly other: BinomialArm },
): number {
  let sum = 0;
  let least = 0;
  for (let count = firstCount(other); count <= other.units; count += 1) {
    if (binomialUpperTail(count - 1, other.units, other.share) < negligible) break;
    const against = posterior(prior, count, other.units);
    while (
      least <= chosen.units &&
      !chooses(rule, posterior(prior, least, chosen.units), against)
    ) {
      least += stride(rule, prior, { chosen, least, against });
    }
    if (least > chosen.units) break;
    const beyond = binomialUpperTail(least - 1, chosen.units, chosen.share);
    sum += binomialPmf(count, other.units, other.share) * beyond;
  }
  return sum;
}

/** The first count that is not too rare to matter. */
function firstCount({ units, share }: BinomialArm): number {
  let low = 0;
  let high = Math.floor(units * share);
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (binomialCdf(middle, units, share) < negligible) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Long steps while far below, found by doubling; one where the next count may be chosen. */
function stride(
  rule: DecisionRule,
  prior: BetaPosterior,
  at: { readonly chosen: BinomialArm; readonly least: number; readonly against: BetaPosterior },
): number {
  let step = 1;
  for (;;) {
    const next = at.least + 2 * step;
    if (next > at.chosen.units) return step;
    if (chooses(rule, posterior(prior, next, at.chosen.units), at.against)) return step;
    step *= 2;
  }
}

function posterior({ alpha, beta }: BetaPosterior, successes: number, units: number) {
  return { alpha: alpha + successes, beta: beta + units - successes };
}

/** Whether the rule takes this variant: better than the other by the rule, and the better one. */
function chooses(rule: DecisionRule, candidate: BetaPosterior, other: BetaPosterior): boolean {
  if ('probability' in rule) return betaProbabilityToBeat(other, candidate) >= rule.probability;
  const isBetter =
    candidate.alpha / (candidate.alpha + candidate.beta) > other.alpha / (other.alpha + other.beta);
  return isBetter && betaExpectedLoss(candidate, other) <= rule.expectedLoss;
}
