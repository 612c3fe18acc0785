import { cellNumber } from '../../../syntax/csv/cellNumber';
import { cellText } from '../../../syntax/csv/cellText';
import type { CsvCells } from '../../../syntax/csv/csvReader';
import { denominatorProblem, valueProblem } from './rowChecks';
import type { MetricColumns } from './resultsColumns';
import type { RowValues } from './unitValues';

/** Says what is wrong with a cell. */
export type Refuse = (code: string, line: number, message: string) => void;

/** Reads the numbers of a row into the same place each time. */
export class RowReader {
  readonly values: RowValues;
  readonly #metrics: readonly MetricColumns[];
  readonly #refuse: Refuse;

  constructor(metrics: readonly MetricColumns[], refuse: Refuse) {
    const { length } = metrics;
    this.#metrics = metrics;
    this.#refuse = refuse;
    this.values = {
      y: new Float64Array(length),
      x: new Float64Array(length).fill(NaN),
      d: new Float64Array(length),
    };
  }

  /** Whether all cells are as they should be. */
  read(cells: CsvCells): boolean {
    const { y, x, d } = this.values;
    for (let m = 0; m < this.#metrics.length; m += 1) {
      const { value, before, denominator, metric } = this.#metrics[m] as MetricColumns;
      const number = cellNumber(cells.bytes, cells.starts[value]!, cells.ends[value]!);
      if (number !== number) return this.#hole(cells, value, metric.name);
      if ((number !== 0 && number !== 1) || metric.kind === 'rate') {
        const problem = valueProblem(metric, number);
        if (problem !== null) return this.#wrong(cells, value, metric.name, problem);
      }
      y[m] = number;
      if (denominator >= 0) {
        const divisor = cellNumber(
          cells.bytes,
          cells.starts[denominator]!,
          cells.ends[denominator]!,
        );
        const name = `${metric.name}_${metric.kind === 'rate' ? 'exposure' : 'denominator'}`;
        if (divisor !== divisor) return this.#hole(cells, denominator, name);
        const problem = denominatorProblem(metric, divisor);
        if (problem !== null) return this.#wrong(cells, denominator, name, problem);
        d[m] = divisor;
      }
      if (before >= 0) {
        const [start, end] = [cells.starts[before]!, cells.ends[before]!];
        // A unit without history has an empty cell.
        x[m] = start === end ? NaN : cellNumber(cells.bytes, start, end);
        if (start !== end && x[m] !== x[m]) return this.#hole(cells, before, `pre_${metric.name}`);
      }
    }
    return true;
  }

  #hole(cells: CsvCells, column: number, name: string): false {
    const text = cellText(cells, column);
    if (text === '') {
      this.#refuse(
        'data-hole',
        cells.line,
        `"${name}" is empty. Write the value (0 where the unit did nothing); leave a unit out only if that does not depend on its variant.`,
      );
      return false;
    }
    const isMissing = /^(nan|na|null|none|n\/a|-|inf|infinity|-inf|-infinity)$/i.test(text ?? '');
    const advice = isMissing
      ? 'Write what the unit did, 0 if nothing: what is missing cannot be tested.'
      : 'Write digits with a point for decimals, without units or thousands separators.';
    const shown = (text ?? 'what stands here').slice(0, 40);
    this.#refuse(
      'data-number',
      cells.line,
      `"${name}" is "${shown}", which is no number. ${advice}`,
    );
    return false;
  }

  #wrong(cells: CsvCells, column: number, name: string, why: string): false {
    this.#refuse('data-value', cells.line, `"${name}" is ${cellText(cells, column)}, but ${why}.`);
    return false;
  }
}
