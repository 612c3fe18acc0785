import { mean, quantileOfSorted } from '../stats/descriptive';
import { RandomStream } from '../stats/random/randomStream';
import { sampleBinomial } from '../stats/random/sampleBinomial';
import type { AbDesign } from './abDesign';
import { analysisRuleOf, type Detects } from './analysisRule';
import type { BlockSums, DaySums } from './blockSums';

/** About this many days are drawn in a step: some milliseconds of work. */
const daysPerStep = 8_000;

/** Days whose estimates are sorted and summed in a step, when all replications are done. */
const sumsPerStep = 40;

/**
 * One block of replications, done in steps so that its caller can do other things between them.
 *
 * A replication is one synthetic launch. Users arrive day by day; each gets a variant by chance at the
 * plan's weights, as a hash assigns them, so that the count of each variant varies from day to day and only
 * the total is fixed; each converts with the probability of its variant. As users are alike, the counts
 * of a day are drawn directly from their binomial distributions, which is exact. At the end the plan's
 * test decides.
 */
export class BlockRun {
  readonly #design: AbDesign;
  readonly #block: number;
  readonly #replications: number;
  readonly #stream: RandomStream;
  readonly #detects: Detects;
  readonly #newUnits: Float64Array;
  /** By day. */
  readonly #counts: Int32Array;
  /** By day, then by replication that has one. */
  readonly #estimates: Float64Array;
  readonly #days: DaySums[] = [];
  #done = 0;
  #detections = 0;

  constructor(
    design: AbDesign,
    {
      seed,
      block,
      replications,
    }: { readonly seed: number; readonly block: number; readonly replications: number },
  ) {
    this.#design = design;
    this.#block = block;
    this.#replications = replications;
    this.#stream = RandomStream.ofBlock(seed, block);
    this.#detects = analysisRuleOf(design.comparison);
    this.#newUnits = Float64Array.from(design.days, ({ newUnits }) => newUnits);
    this.#counts = new Int32Array(design.days.length);
    this.#estimates = new Float64Array(design.days.length * replications);
  }

  /** Goes on for some milliseconds. Gives the block's sums when it is done, null before. */
  step(): BlockSums | null {
    if (this.#done < this.#replications) {
      const most = Math.max(1, Math.floor(daysPerStep / this.#design.days.length));
      const end = Math.min(this.#replications, this.#done + most);
      for (; this.#done < end; this.#done += 1) this.#replicate();
      return null;
    }
    const end = Math.min(this.#design.days.length, this.#days.length + sumsPerStep);
    while (this.#days.length < end) this.#days.push(this.#sumsOf(this.#days.length));
    return this.#days.length < this.#design.days.length ? null : this.#result();
  }

  #replicate(): void {
    const { controlShare, treatmentShareOfRest, comparison } = this.#design;
    const { baseline, target } = comparison;
    const stream = this.#stream;
    const days = this.#newUnits;
    let controlUnits = 0;
    let controlSuccesses = 0;
    let treatmentUnits = 0;
    let treatmentSuccesses = 0;
    for (let day = 0; day < days.length; day += 1) {
      const newUnits = days[day] as number;
      const control = sampleBinomial(stream, newUnits, controlShare);
      const treatment = sampleBinomial(stream, newUnits - control, treatmentShareOfRest);
      controlUnits += control;
      treatmentUnits += treatment;
      controlSuccesses += sampleBinomial(stream, control, baseline);
      treatmentSuccesses += sampleBinomial(stream, treatment, target);
      if (controlUnits > 0 && treatmentUnits > 0) {
        this.#record(day, treatmentSuccesses / treatmentUnits - controlSuccesses / controlUnits);
      }
    }
    if (this.#detects({ controlUnits, controlSuccesses, treatmentUnits, treatmentSuccesses })) {
      this.#detections += 1;
    }
  }

  #record(day: number, estimate: number): void {
    const count = this.#counts[day] as number;
    this.#estimates[day * this.#replications + count] = estimate;
    this.#counts[day] = count + 1;
  }

  #sumsOf(day: number): DaySums {
    const first = day * this.#replications;
    const estimates = this.#counts[day] as number;
    const sorted = Array.from(this.#estimates.subarray(first, first + estimates).sort());
    if (estimates === 0) return { estimates, mean: 0, low: 0, high: 0 };
    return {
      estimates,
      mean: mean(sorted) * estimates,
      low: quantileOfSorted(sorted, 0.025) * estimates,
      high: quantileOfSorted(sorted, 0.975) * estimates,
    };
  }

  #result(): BlockSums {
    return {
      firstBlock: this.#block,
      blocks: 1,
      replications: this.#replications,
      detections: this.#detections,
      unitsDrawn: this.#replications * this.#design.total,
      days: this.#days,
    };
  }
}
