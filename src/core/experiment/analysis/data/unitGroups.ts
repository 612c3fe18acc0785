import type { CsvCells } from '../../../syntax/csv/csvReader';
import { cellText } from '../../../syntax/csv/cellText';
import { GrowingNumbers } from './growingNumbers';
import type { Refuse } from './rowReader';
import { UnitTable } from './unitTable';
import { type RowRule, type RowValues, UnitValues } from './unitValues';

/** Puts the rows of each unit together in whatever order they come. Memory grows with units: some 60 bytes and 16 a metric. */
export class UnitGroups {
  readonly #table = new UnitTable({ numbers: true });
  readonly #rules: readonly RowRule[];
  readonly #refuse: Refuse;
  readonly #variants = new GrowingNumbers(-1);
  readonly #segments = new GrowingNumbers(-1);
  readonly #rows = new GrowingNumbers(0);
  readonly #y: readonly GrowingNumbers[];
  readonly #x: readonly GrowingNumbers[];
  readonly #d: readonly GrowingNumbers[];
  hasGroupedRows = false;

  constructor(rules: readonly RowRule[], refuse: Refuse) {
    this.#rules = rules;
    this.#refuse = refuse;
    this.#y = rules.map(() => new GrowingNumbers(0));
    this.#x = rules.map(() => new GrowingNumbers(NaN));
    this.#d = rules.map(() => new GrowingNumbers(0));
  }

  add(
    cells: CsvCells,
    column: number,
    row: { readonly variant: number; readonly segment: number; readonly values: RowValues },
  ): void {
    const start = cells.starts[column] as number;
    const end = cells.ends[column] as number;
    if (start === end) {
      this.#refuse(
        'data-unit-missing',
        cells.line,
        '"unit" is empty. Name the unit that the row belongs to.',
      );
      return;
    }
    if (this.#table.isFull) {
      this.#refuse(
        'data-too-many-units',
        cells.line,
        'More than 12 million units cannot be grouped in memory. Sort the rows by unit and leave out --group-by.',
      );
      return;
    }
    const unit = this.#table.find(cells.bytes, start, end);
    const before = this.#variants.get(unit);
    if (before >= 0 && before !== row.variant) {
      this.#refuse(
        'data-unit-variants',
        cells.line,
        `The unit "${cellText(cells, column)}" is in two variants. A unit that saw both cannot be counted for either: find out how it came to that, and leave out all rows of such units.`,
      );
      return;
    }
    this.#put(unit, row);
  }

  #put(
    unit: number,
    {
      variant,
      segment,
      values,
    }: { readonly variant: number; readonly segment: number; readonly values: RowValues },
  ): void {
    const rows = this.#rows.get(unit) + 1;
    if (rows === 1) {
      this.#variants.set(unit, variant);
      this.#segments.set(unit, segment);
    } else this.hasGroupedRows = true;
    this.#rows.set(unit, rows);
    for (let m = 0; m < this.#rules.length; m += 1) {
      const y = values.y[m] as number;
      const sum = this.#y[m]!.get(unit);
      this.#y[m]!.set(unit, this.#rules[m] === 'any' ? Math.max(sum, y) : sum + y);
      this.#d[m]!.set(unit, this.#d[m]!.get(unit) + (values.d[m] as number));
      const x = values.x[m] as number;
      const known = this.#x[m]!.get(unit);
      if (x === x && known !== known) this.#x[m]!.set(unit, x);
    }
  }

  /** Hands over each unit. */
  end(take: (variant: number, part: UnitValues) => void): void {
    const part = new UnitValues(this.#rules);
    const values = {
      y: new Float64Array(this.#rules.length),
      x: new Float64Array(this.#rules.length),
      d: new Float64Array(this.#rules.length),
    };
    for (let unit = 0; unit < this.#table.count; unit += 1) {
      const rows = this.#rows.get(unit);
      if (rows === 0) continue;
      this.#rules.forEach((rule, m) => {
        const sum = this.#y[m]!.get(unit);
        values.y[m] = rule === 'mean' ? sum / rows : sum;
        values.x[m] = this.#x[m]!.get(unit);
        values.d[m] = this.#d[m]!.get(unit);
      });
      part.clear();
      part.add(values, this.#segments.get(unit));
      take(this.#variants.get(unit), part);
    }
  }
}
