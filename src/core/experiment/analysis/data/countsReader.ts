import { cellNumber } from '../../../syntax/csv/cellNumber';
import { cellText } from '../../../syntax/csv/cellText';
import type { CsvCells } from '../../../syntax/csv/csvReader';
import type { MetricData } from './metricData';
import type { MetricColumns } from './resultsColumns';
import type { Refuse } from './rowReader';

/** An average that came without its spread, as it was written. */
export interface BareAverage {
  readonly metric: string;
  readonly variant: number;
  readonly units: number;
  readonly text: string;
}

/** Reads rows of counts: units of a variant, and of each metric the units that did it, the events, or the mean with its deviation. */
export class CountsReader {
  readonly #metrics: readonly MetricColumns[];
  readonly #data: readonly MetricData[];
  readonly #refuse: Refuse;
  readonly averages: BareAverage[] = [];

  constructor(metrics: readonly MetricColumns[], data: readonly MetricData[], refuse: Refuse) {
    this.#metrics = metrics;
    this.#data = data;
    this.#refuse = refuse;
  }

  /** Units of the row, or null where it is refused. */
  read(
    cells: CsvCells,
    column: number,
    row: { readonly variant: number; readonly segment: number },
  ): number | null {
    const units = this.#number(cells, column);
    if (!(units >= 0 && Number.isSafeInteger(units))) {
      this.#refuse(
        'data-number',
        cells.line,
        `The number of units is "${cellText(cells, column)}"; it is a whole number from 0.`,
      );
      return null;
    }
    this.#metrics.forEach((columns, m) => this.#metric(cells, columns, { ...row, units, m }));
    return units;
  }

  #number(cells: CsvCells, column: number): number {
    return cellNumber(cells.bytes, cells.starts[column]!, cells.ends[column]!);
  }

  #metric(
    cells: CsvCells,
    columns: MetricColumns,
    {
      units,
      variant,
      segment,
      m,
    }: {
      readonly units: number;
      readonly variant: number;
      readonly segment: number;
      readonly m: number;
    },
  ): void {
    const { metric, value, deviation } = columns;
    const data = this.#data[m] as MetricData;
    const amount = this.#number(cells, value);
    const isShare = metric.kind === 'proportion';
    const isCount = metric.kind === 'count' || metric.kind === 'rate';
    if (!isShare && !isCount && deviation < 0) {
      const text = cellText(cells, value) ?? '';
      this.averages.push({ metric: metric.name, variant, units, text });
      data.hasSpread = false;
      return;
    }
    if (
      amount !== amount ||
      ((isShare || isCount) && !(amount >= 0 && Number.isSafeInteger(amount)))
    ) {
      const what = isShare
        ? 'a whole number of units'
        : isCount
          ? 'a whole number of events'
          : 'a number';
      this.#refuse(
        'data-number',
        cells.line,
        `"${metric.name}" is "${cellText(cells, value)}"; it is ${what}.`,
      );
      return;
    }
    if (isShare && amount > units) {
      this.#refuse(
        'data-value',
        cells.line,
        `"${metric.name}" is ${amount}, more than the ${units} units of the row. Count units that did it, each once.`,
      );
      return;
    }
    this.#put(cells, columns, { data, variant, segment, units, amount });
  }

  #put(
    cells: CsvCells,
    { metric, denominator, deviation }: MetricColumns,
    {
      data,
      variant,
      segment,
      units,
      amount,
    }: {
      readonly data: MetricData;
      readonly variant: number;
      readonly segment: number;
      readonly units: number;
      readonly amount: number;
    },
  ): void {
    let squares = 0;
    let mean = amount / units;
    if (metric.kind === 'proportion') squares = (amount / units) * (units - amount);
    else if (metric.kind === 'count' || metric.kind === 'rate') {
      // Events that come independently of each other: variance as large as the mean.
      squares = mean * (units - 1);
      data.hasSpread = deviation >= 0;
    } else mean = amount;
    if (deviation >= 0) {
      const spread = this.#number(cells, deviation);
      if (!(spread >= 0)) {
        this.#refuse(
          'data-number',
          cells.line,
          `"${metric.name}_deviation" is "${cellText(cells, deviation)}"; it is a number from 0.`,
        );
        return;
      }
      squares = spread * spread * (units - 1);
    }
    if (units === 0) return;
    const parts =
      segment >= 0
        ? [data.sums[variant]!, data.segmentSums(segment, variant)]
        : [data.sums[variant]!];
    for (const sums of parts) {
      const exposure = denominator >= 0 ? this.#number(cells, denominator) : NaN;
      if (denominator >= 0 && !(exposure > 0)) {
        this.#refuse(
          'data-number',
          cells.line,
          `"${metric.name}_exposure" is "${cellText(cells, denominator)}"; it is a number above 0: the exposure of all units of the row.`,
        );
        return;
      }
      const before = sums.units;
      sums.addMany(units, mean, squares);
      if (denominator >= 0) {
        sums.denominatorMean +=
          ((exposure / units - sums.denominatorMean) * units) / (before + units);
      }
    }
  }
}
