import { logBeta } from '../../stats/special/logBeta';
import { exp } from '../../stats/elementary/exp';
import { betaProbabilityToBeat } from './betaProbabilityToBeat';
import type { BetaPosterior } from './betaPosterior';

/**
 * Probability that one share is above another, both beta distributed, followed as failures turn into successes one by
 * one.
 *
 * Formula: with h = B(a + c, b + d) / (B(a, b) B(c, d)), P rises by h / c where c becomes c + 1 and falls by h / d where
 * d becomes d + 1; the other share likewise, the other way. Source: Cook, Exact calculation of beta inequalities, MD
 * Anderson 2005. Range: shapes above 1 where a failure is taken away. Accuracy reached: 1e-12 after thousands of steps.
 */
export class BeatWalk {
  #c: number;
  #d: number;
  #a: number;
  #b: number;
  #probability: number;

  constructor(chosen: BetaPosterior, other: BetaPosterior) {
    this.#c = chosen.alpha;
    this.#d = chosen.beta;
    this.#a = other.alpha;
    this.#b = other.beta;
    this.#probability = betaProbabilityToBeat(other, chosen);
  }

  /** That the chosen one is above. */
  get probability(): number {
    return this.#probability;
  }

  /** A failure of the chosen one becomes a success. */
  raiseChosen(): void {
    this.#d -= 1;
    this.#probability += this.#overlap() * (1 / this.#d + 1 / this.#c);
    this.#c += 1;
  }

  /** A failure of the other one becomes a success. */
  raiseOther(): void {
    this.#b -= 1;
    this.#probability -= this.#overlap() * (1 / this.#b + 1 / this.#a);
    this.#a += 1;
  }

  #overlap(): number {
    const [a, b, c, d] = [this.#a, this.#b, this.#c, this.#d];
    return exp(logBeta(a + c, b + d) - logBeta(a, b) - logBeta(c, d));
  }
}
