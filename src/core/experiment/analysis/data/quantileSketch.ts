/** Values a level holds: the error falls, and memory grows, with it. */
const capacity = 32_768;

/** A value that stands for so many. */
export interface WeightedValues {
  /** Sorted. */
  readonly values: Float64Array;
  readonly weights: Float64Array;
}

/**
 * Values of a stream, thinned so that ranks stay nearly right. A level that is full is sorted, every other value goes up
 * a level with twice the weight, and which half goes alternates: no random numbers, and each thinning shifts no rank by
 * more than the weight of what it thins.
 *
 * Source: Manku, Rajagopalan and Lindsay, SIGMOD 1998 (deterministic compactors). Error: `rankError`, a bound that
 * cannot be exceeded; about log₂(n / 32,768) / 32,768 of the units: 3 in 10,000 for 10^7. Memory: 0.26 MB a level.
 */
export class QuantileSketch {
  units = 0;
  /** No rank is off by more units than this. */
  rankError = 0;
  readonly #levels: Level[] = [];

  add(value: number): void {
    this.units += 1;
    this.#put(0, value);
  }

  #put(index: number, value: number): void {
    let level = this.#levels[index];
    if (level === undefined) {
      level = { values: new Float64Array(capacity), count: 0, keepsOdd: false };
      this.#levels[index] = level;
    }
    level.values[level.count] = value;
    level.count += 1;
    if (level.count === capacity) this.#thin(index, level);
  }

  #thin(index: number, level: Level): void {
    const sorted = level.values.sort();
    const from = level.keepsOdd ? 1 : 0;
    level.keepsOdd = !level.keepsOdd;
    level.count = 0;
    this.rankError += weightOf(index);
    for (let i = from; i < capacity; i += 2) this.#put(index + 1, sorted[i] as number);
  }

  /** All that is kept, sorted. */
  weighted(): WeightedValues {
    const kept = this.#levels.flatMap(({ values, count }, index) =>
      Array.from(values.subarray(0, count), (value) => ({ value, weight: weightOf(index) })),
    );
    kept.sort((a, b) => a.value - b.value);
    return {
      values: Float64Array.from(kept, ({ value }) => value),
      weights: Float64Array.from(kept, ({ weight }) => weight),
    };
  }
}

interface Level {
  readonly values: Float64Array;
  count: number;
  keepsOdd: boolean;
}

function weightOf(level: number): number {
  let weight = 1;
  for (let i = 0; i < level; i += 1) weight *= 2;
  return weight;
}
