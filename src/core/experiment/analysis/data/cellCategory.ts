import type { CsvCells } from '../../../syntax/csv/csvReader';
import { cellText } from '../../../syntax/csv/cellText';

interface Known {
  readonly bytes: Uint8Array;
  readonly index: number;
}

/** Cells of few distinct values (variants, segments) as numbers, without making a string for each row. */
export class CellCategories {
  readonly #known: Known[] = [];
  #last: Known | null = null;
  readonly #indexOf: (text: string, line: number) => number;

  /** `indexOf` is asked once for each way that a value is written. */
  constructor(indexOf: (text: string, line: number) => number) {
    this.#indexOf = indexOf;
  }

  read(cells: CsvCells, column: number): number {
    const start = cells.starts[column] as number;
    const end = cells.ends[column] as number;
    const last = this.#last;
    if (last !== null && isSame(last.bytes, cells.bytes, start, end)) return last.index;
    for (const known of this.#known) {
      if (isSame(known.bytes, cells.bytes, start, end)) {
        this.#last = known;
        return known.index;
      }
    }
    const index = this.#indexOf(cellText(cells, column) ?? '', cells.line);
    const known = { bytes: cells.bytes.slice(start, end), index };
    if (this.#known.length < 1000) this.#known.push(known);
    this.#last = known;
    return index;
  }
}

function isSame(known: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean {
  if (known.length !== end - start) return false;
  for (let i = 0; i < known.length; i += 1) if (known[i] !== bytes[start + i]) return false;
  return true;
}
