import { exp } from '../../stats/elementary/exp';
import { log } from '../../stats/elementary/log';
import { log1p } from '../../stats/elementary/log1p';

/** How many alternatives the evidence is spread over, and how far they go: from the limit to 16 times it. */
const alternatives = 24;
const step = 1.122462048309373;

/**
 * Evidence, growing with each look, that something is larger than a limit: the mean of likelihood ratios of 24 larger
 * values against the limit. Below the limit its expectation is at most 1 at every look, so that the chance that it ever
 * reaches 1 / α is at most α, however often one looks.
 *
 * Source: Ville's inequality; Robbins, Annals of Mathematical Statistics 41, 1970; mixtures as in Howard, Ramdas, McAuliffe
 * and Sekhon, Annals of Statistics 49, 2021.
 */
export class EvidenceOfMore {
  readonly #logRatios = new Float64Array(alternatives);

  /** Adds `hits` of `trials`, each with the chance that `chanceAt` gives for so many times the limit. */
  add(hits: number, trials: number, chanceAt: (times: number) => number): void {
    const atLimit = chanceAt(1);
    let times = 1;
    for (let i = 0; i < alternatives; i += 1) {
      times *= step;
      const chance = Math.min(0.999999, chanceAt(times));
      const gain =
        hits * log(chance / atLimit) + (trials - hits) * (log1p(-chance) - log1p(-atLimit));
      this.#logRatios[i] = (this.#logRatios[i] as number) + gain;
    }
  }

  /** Whether the evidence is at least so strong. */
  reaches(strength: number): boolean {
    let largest = -Infinity;
    for (const ratio of this.#logRatios) largest = Math.max(largest, ratio);
    let sum = 0;
    for (const ratio of this.#logRatios) sum += exp(ratio - largest);
    return largest + log(sum / alternatives) >= log(strength);
  }
}
