import { RandomStream } from '../stats/random/randomStream';
import { sampleBinomial } from '../stats/random/sampleBinomial';
import type { AbDesign } from './abDesign';
import { analysisRuleOf, type Detects } from './analysisRule';
import type { BlockSums } from './blockSums';
import { binCount, binOf } from './effectScale';

/** About this many days are drawn in a step: some milliseconds of work. */
const daysPerStep = 20_000;

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
  readonly #estimates: Float64Array;
  readonly #sums: Float64Array;
  /** By day, then by bin. */
  readonly #histograms: Int32Array;
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
    this.#estimates = new Float64Array(design.days.length);
    this.#sums = new Float64Array(design.days.length);
    this.#histograms = new Int32Array(design.days.length * binCount);
  }

  /** Goes on for some milliseconds. Gives the block's sums when it is done, null before. */
  step(): BlockSums | null {
    const most = Math.max(1, Math.floor(daysPerStep / this.#design.days.length));
    const end = Math.min(this.#replications, this.#done + most);
    while (this.#done < end) {
      this.#replicate();
      this.#done += 1;
    }
    return this.#done < this.#replications ? null : this.#result();
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
    const scale = this.#design.days[day]?.scale;
    if (scale === undefined) return;
    const bin = day * binCount + binOf(scale, estimate);
    this.#histograms[bin] = (this.#histograms[bin] as number) + 1;
    this.#sums[day] = (this.#sums[day] as number) + estimate;
    this.#estimates[day] = (this.#estimates[day] as number) + 1;
  }

  #result(): BlockSums {
    return {
      firstBlock: this.#block,
      blocks: 1,
      replications: this.#replications,
      detections: this.#detections,
      unitsDrawn: this.#replications * this.#design.total,
      days: this.#design.days.map((_, day) => ({
        estimates: this.#estimates[day] ?? 0,
        sum: this.#sums[day] ?? 0,
        histogram: Array.from(this.#histograms.subarray(day * binCount, (day + 1) * binCount)),
      })),
    };
  }
}
