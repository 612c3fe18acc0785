import type { CsvCells } from '../../../syntax/csv/csvReader';

/** First and last day of a column of dates. */
export class DayRange {
  #first = Infinity;
  #last = -Infinity;

  /** Takes a day as YYYY-MM-DD, with or without a time behind it; false where it is none. */
  add({ bytes, starts, ends }: CsvCells, column: number): boolean {
    const start = starts[column] as number;
    if ((ends[column] as number) - start < 10) return false;
    let day = 0;
    for (let i = 0; i < 10; i += 1) {
      const byte = bytes[start + i] as number;
      if (i === 4 || i === 7) {
        if (byte !== 0x2d) return false;
        continue;
      }
      if (byte < 0x30 || byte > 0x39) return false;
      day = day * 10 + byte - 0x30;
    }
    const month = Math.floor(day / 100) % 100;
    if (month < 1 || month > 12 || day % 100 < 1 || day % 100 > 31) return false;
    if (day < this.#first) this.#first = day;
    if (day > this.#last) this.#last = day;
    return true;
  }

  get first(): string | null {
    return Number.isFinite(this.#first) ? written(this.#first) : null;
  }

  get last(): string | null {
    return Number.isFinite(this.#last) ? written(this.#last) : null;
  }
}

function written(day: number): string {
  const digits = String(day).padStart(8, '0');
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}
