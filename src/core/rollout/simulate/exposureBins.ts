import type { LaunchRecord } from './launchRecord';

/** Launches that exposed so many requests: at least `from`, fewer than `to`. */
export interface ExposureBin {
  readonly from: number;
  readonly to: number;
  /** Numbers of launches. */
  readonly rolledBack: number;
  readonly promoted: number;
  readonly waiting: number;
}

const mostBins = 24;
const steps = [1, 2, 2.5, 5, 10] as const;

/** A width of bins that people read easily, so that there are at most `mostBins`. */
function binWidth(largest: number): number {
  let unit = 1;
  for (;;) {
    for (const step of steps) {
      if (largest / (step * unit) < mostBins) return step * unit;
    }
    unit *= 10;
  }
}

/** A histogram of exposed requests; what the launches came to told apart. Bins are contiguous, from the first that holds any. */
export function exposureBins(records: readonly LaunchRecord[]): readonly ExposureBin[] {
  if (records.length === 0) return [];
  const requests = records.map((record) => record.requests);
  const largest = Math.max(
    1,
    requests.reduce((most, one) => Math.max(most, one), 0),
  );
  const width = binWidth(largest);
  const index = (value: number) => Math.floor(value / width + 1e-9);
  const first = requests.reduce((least, one) => Math.min(least, index(one)), Infinity);
  const bins = Array.from({ length: index(largest) - first + 1 }, (_, i) => ({
    from: (first + i) * width,
    to: (first + i + 1) * width,
    rolledBack: 0,
    promoted: 0,
    waiting: 0,
  }));
  for (const { requests: exposed, ending } of records) {
    const bin = bins[index(exposed) - first];
    if (bin === undefined) continue;
    if (ending === 'rolled-back') bin.rolledBack += 1;
    else if (ending === 'promoted') bin.promoted += 1;
    else bin.waiting += 1;
  }
  return bins;
}
