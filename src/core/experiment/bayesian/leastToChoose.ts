import type { DecisionRule } from '../sequential/planAnalysis';
import { BeatWalk } from './beatWalk';
import { ruleSlack } from './ruleSlack';
import type { BetaPosterior } from './betaPosterior';

/** Successes of one variant that are looked at: from `low` to `high` of `units`. */
export interface CountRange {
  readonly units: number;
  readonly low: number;
  readonly high: number;
}

/**
 * For each count of the other variant in its range, the least count from which on a Bayesian rule chooses this one; one
 * above `chosen.high` where none in its range is enough, `chosen.low` where all are. Counts are successes, and more is better.
 *
 * Formula: the least count rises with the other's, so it is walked to from one count to the next.
 */
export function leastToChoose(
  rule: DecisionRule,
  prior: BetaPosterior,
  { chosen, other }: { readonly chosen: CountRange; readonly other: CountRange },
): Int32Array {
  const judge = new Judge(rule, posterior(prior, chosen), posterior(prior, other));
  const least = new Int32Array(other.high - other.low + 1);
  let count = chosen.low;
  for (let i = 0; i < least.length; i += 1) {
    while (count <= chosen.high && !judge.chooses()) {
      if (count < chosen.units) judge.raiseChosen();
      count += 1;
    }
    least[i] = count;
    if (count > chosen.high) {
      least.fill(count, i);
      break;
    }
    if (other.low + i < other.units) judge.raiseOther();
  }
  return least;
}

/** At the low end of a range. */
function posterior({ alpha, beta }: BetaPosterior, { low, units }: CountRange): BetaPosterior {
  return { alpha: alpha + low, beta: beta + units - low };
}

/** Whether the rule takes a variant, followed from count to count. */
class Judge {
  readonly #rule: DecisionRule;
  readonly #size: { readonly chosen: number; readonly other: number };
  readonly #walks: readonly BeatWalk[];
  #chosenAlpha: number;
  #otherAlpha: number;

  constructor(rule: DecisionRule, chosen: BetaPosterior, other: BetaPosterior) {
    this.#rule = rule;
    this.#size = { chosen: chosen.alpha + chosen.beta, other: other.alpha + other.beta };
    this.#chosenAlpha = chosen.alpha;
    this.#otherAlpha = other.alpha;
    const more = ({ alpha, beta }: BetaPosterior): BetaPosterior => ({ alpha: alpha + 1, beta });
    this.#walks =
      'probability' in rule
        ? [new BeatWalk(chosen, other)]
        : [new BeatWalk(chosen, more(other)), new BeatWalk(more(chosen), other)];
  }

  raiseChosen(): void {
    for (const walk of this.#walks) walk.raiseChosen();
    this.#chosenAlpha += 1;
  }

  raiseOther(): void {
    for (const walk of this.#walks) walk.raiseOther();
    this.#otherAlpha += 1;
  }

  /** Expected loss: E max(other - chosen, 0), each mean times the chance that the other is above with one success more. */
  chooses(): boolean {
    const [first, second] = this.#walks as readonly [BeatWalk, BeatWalk];
    if ('probability' in this.#rule) return first.probability >= this.#rule.probability - ruleSlack;
    const mean = this.#chosenAlpha / this.#size.chosen;
    const otherMean = this.#otherAlpha / this.#size.other;
    const loss = otherMean * (1 - first.probability) - mean * (1 - second.probability);
    return mean > otherMean && loss <= this.#rule.expectedLoss + ruleSlack;
  }
}
