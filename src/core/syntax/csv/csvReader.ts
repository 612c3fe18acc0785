/** More columns than any file of results has. */
const mostColumns = 1000;

/** A row longer than this is a quote that is never closed. */
const mostRowBytes = 1_000_000;

const comma = 0x2c;
const newline = 0x0a;
const carriageReturn = 0x0d;
const quote = 0x22;

/** The cells of one row: stretches of `bytes`, quotes around a cell left out. Valid until the next row. */
export class CsvCells {
  bytes: Uint8Array = new Uint8Array(0);
  readonly starts = new Int32Array(mostColumns);
  readonly ends = new Int32Array(mostColumns);
  count = 0;
  /** From 1; of the row's beginning. */
  line = 1;
}

/** What is wrong with a text as CSV. */
export interface CsvProblem {
  readonly line: number;
  readonly message: string;
}

/** What makes a row that does not end. */
function whyEndless(bytes: Uint8Array): string {
  if (bytes.includes(0)) {
    return 'Here the file holds zero bytes, no text: it may have been copied or written in part. Export it again, as CSV in UTF-8.';
  }
  if (bytes.includes(quote)) {
    return 'This row does not end: a quote is opened and never closed. Close it, or double a quote that is part of a text.';
  }
  return 'This row is longer than 1 MB and does not end: rows end with a line feed. Export the file again, as CSV in UTF-8.';
}

/**
 * Reads comma-separated values as RFC 4180 has them, in UTF-8, chunk by chunk, and hands over row by row without
 * making a string. Strict: a quote begins a cell or is doubled within one that is quoted; nothing follows the one that
 * ends it. Lines end with LF or CRLF; empty lines are passed over.
 */
export class CsvReader {
  problem: CsvProblem | null = null;
  #carry: Uint8Array = new Uint8Array(0);
  #isFirst = true;
  #isStopped = false;
  #line = 1;
  readonly #cells = new CsvCells();
  readonly #onRow: (cells: CsvCells) => boolean;

  /** `onRow` says whether to go on. */
  constructor(onRow: (cells: CsvCells) => boolean) {
    this.#onRow = onRow;
  }

  /** Whether more is wanted. */
  get isOpen(): boolean {
    return !this.#isStopped && this.problem === null;
  }

  push(chunk: Uint8Array): void {
    if (!this.isOpen) return;
    const bytes = this.#joined(chunk);
    const rest = this.#read(bytes, false);
    this.#carry = bytes.slice(rest);
    if (this.#carry.length > mostRowBytes) this.#fail(this.#line, whyEndless(this.#carry));
  }

  /** Reads what is left: a last line need not end. */
  end(): void {
    if (!this.isOpen || this.#carry.length === 0) return;
    const bytes = new Uint8Array(this.#carry.length + 1);
    bytes.set(this.#carry);
    bytes[this.#carry.length] = newline;
    const rest = this.#read(bytes, true);
    if (this.isOpen && rest < bytes.length) {
      this.#fail(this.#line, whyEndless(bytes));
    }
  }

  #joined(chunk: Uint8Array): Uint8Array {
    const carry = this.#carry;
    const isMarked = this.#isFirst && chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf;
    if (chunk.length > 0) this.#isFirst = false;
    const fresh = isMarked ? chunk.subarray(3) : chunk;
    if (carry.length === 0) return fresh;
    const joined = new Uint8Array(carry.length + fresh.length);
    joined.set(carry);
    joined.set(fresh, carry.length);
    return joined;
  }

  #fail(line: number, message: string): void {
    this.problem = { line, message };
  }

  /** Hands over all whole rows; returns where the first that is not whole begins. */
  #read(bytes: Uint8Array, isLast: boolean): number {
    const cells = this.#cells;
    cells.bytes = bytes;
    const { starts, ends } = cells;
    const { length } = bytes;
    let rowStart = 0;
    let start = 0;
    let count = 0;
    for (let at = 0; at < length; at += 1) {
      const byte = bytes[at] as number;
      if (byte > comma) continue;
      if (byte === comma) {
        if (count + 1 >= mostColumns) {
          this.#fail(this.#line, `This row has more than ${mostColumns} columns.`);
          return rowStart;
        }
        starts[count] = start;
        ends[count] = at;
        count += 1;
        start = at + 1;
      } else if (byte === newline) {
        const end = at > start && bytes[at - 1] === carriageReturn ? at - 1 : at;
        if (count > 0 || end > start) {
          starts[count] = start;
          ends[count] = end;
          if (!this.#hand(count + 1, this.#line)) return length;
        }
        this.#line += 1;
        count = 0;
        start = at + 1;
        rowStart = start;
      } else if (byte === quote) {
        const row = this.#quotedRow(bytes, rowStart, isLast);
        if (row < 0) return rowStart;
        if (!this.isOpen) return length;
        count = 0;
        start = row;
        rowStart = row;
        at = row - 1;
      }
    }
    return rowStart;
  }

  #hand(count: number, line: number): boolean {
    this.#cells.count = count;
    this.#cells.line = line;
    if (this.#onRow(this.#cells)) return true;
    this.#isStopped = true;
    return false;
  }

  /** Reads a row that has quotes, and hands it over; returns where the next begins, or -1 where this one is not whole. */
  #quotedRow(bytes: Uint8Array, rowStart: number, isLast: boolean): number {
    const cells = this.#cells;
    let lines = 0;
    let at = rowStart;
    for (let count = 0; count < mostColumns; count += 1) {
      let end: number;
      let next: number;
      if (bytes[at] === quote) {
        end = at + 1;
        for (;;) {
          const byte = bytes[end];
          if (byte === undefined) return -1;
          if (byte === newline) lines += 1;
          if (byte === quote) {
            if (bytes[end + 1] !== quote) break;
            end += 1;
          }
          end += 1;
        }
        cells.starts[count] = at + 1;
        next = end + 1;
        if (bytes[next] === carriageReturn && bytes[next + 1] === newline) next += 1;
      } else {
        end = at;
        while (end < bytes.length && bytes[end] !== comma && bytes[end] !== newline) {
          if (bytes[end] === quote) {
            this.#fail(
              this.#line,
              'A quote stands within a cell. Put the whole cell in quotes and double those within it.',
            );
            return bytes.length;
          }
          end += 1;
        }
        next = end;
        cells.starts[count] = at;
        if (bytes[end] === newline && end > at && bytes[end - 1] === carriageReturn) end -= 1;
      }
      cells.ends[count] = end;
      const ending = bytes[next];
      if (ending === undefined || (ending === carriageReturn && bytes[next + 1] === undefined)) {
        if (!isLast) return -1;
      }
      if (ending === newline) {
        this.#hand(count + 1, this.#line);
        this.#line += lines + 1;
        return next + 1;
      }
      if (ending !== comma) {
        this.#fail(
          this.#line,
          'Something follows the quote that ends a cell. Write a comma there.',
        );
        return bytes.length;
      }
      at = next + 1;
    }
    this.#fail(this.#line, `This row has more than ${mostColumns} columns.`);
    return bytes.length;
  }
}
