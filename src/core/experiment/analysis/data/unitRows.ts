import type { CsvCells } from '../../../syntax/csv/csvReader';
import { cellText } from '../../../syntax/csv/cellText';
import type { Refuse } from './rowReader';
import { type RowRule, type RowValues, UnitValues } from './unitValues';
import { UnitTable } from './unitTable';

/** Takes a whole unit: one variant of it, or, in a paired plan, all that it had. */
export type TakeUnit = (parts: readonly UnitValues[]) => void;

/** Puts the rows of a unit together that stand one below the other, and sees that no unit comes twice. */
export class UnitRows {
  readonly #parts: readonly UnitValues[];
  readonly #take: TakeUnit;
  readonly #refuse: Refuse;
  readonly #isPaired: boolean;
  readonly #seen = new UnitTable({ numbers: false });
  #name = new Uint8Array(64);
  #length = -1;
  #variant = -1;
  hasGroupedRows = false;
  isChecked = true;

  constructor(options: {
    readonly variants: number;
    readonly rules: readonly RowRule[];
    readonly isPaired: boolean;
    readonly take: TakeUnit;
    readonly refuse: Refuse;
  }) {
    this.#parts = Array.from({ length: options.variants }, () => new UnitValues(options.rules));
    this.#take = options.take;
    this.#refuse = options.refuse;
    this.#isPaired = options.isPaired;
  }

  /** A row of a unit named in `column`. */
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
        '"unit" is empty. Name the unit, or remove the column if each row is a unit.',
      );
      return;
    }
    if (!this.#isSame(cells.bytes, start, end) && !this.#begin(cells, column)) return;
    if (this.#variant >= 0 && this.#variant !== row.variant && !this.#isPaired) {
      this.#refuse(
        'data-unit-variants',
        cells.line,
        `The unit "${cellText(cells, column)}" is in two variants. A unit that saw both cannot be counted for either: find out how it came to that, and leave out all rows of such units.`,
      );
      return;
    }
    const part = this.#parts[row.variant] as UnitValues;
    if (part.rows > 0) this.hasGroupedRows = true;
    this.#variant = row.variant;
    part.add(row.values, row.segment);
  }

  end(): void {
    if (this.#length >= 0) this.#take(this.#parts);
    this.#length = -1;
  }

  #isSame(bytes: Uint8Array, start: number, end: number): boolean {
    if (end - start !== this.#length) return false;
    const name = this.#name;
    for (let i = this.#length - 1; i >= 0; i -= 1) if (name[i] !== bytes[start + i]) return false;
    return true;
  }

  /** Ends the unit before, and begins this one; false where it was there before. */
  #begin(cells: CsvCells, column: number): boolean {
    const start = cells.starts[column] as number;
    const end = cells.ends[column] as number;
    this.end();
    for (const part of this.#parts) part.clear();
    if (end - start > this.#name.length) this.#name = new Uint8Array(2 * (end - start));
    this.#length = end - start;
    for (let i = 0; i < this.#length; i += 1) this.#name[i] = cells.bytes[start + i] as number;
    this.#variant = -1;
    if (this.#seen.isFull) {
      this.isChecked = false;
      return true;
    }
    if (this.#seen.find(cells.bytes, start, end) >= 0) return true;
    this.#length = -1;
    this.#refuse(
      'data-unit-twice',
      cells.line,
      `The unit "${cellText(cells, column)}" was there before, with others in between. Sort the rows by unit, or add --group-by unit; if it stands for two units, give each a name of its own.`,
    );
    return false;
  }
}
