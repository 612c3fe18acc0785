import type { Diagnostic, Reading } from '../../model/diagnostic';
import { dayOf } from '../../model/dayOf';
import { cellText } from '../../syntax/csv/cellText';
import { type CsvCells, CsvReader } from '../../syntax/csv/csvReader';
import type { DailyCount } from './dailyCount';

/** More days than anybody has counted: a century. */
const mostDays = 36_600;

/** After so many the rest is of the same kind. */
const mostProblems = 10;

/** Reads the counts of a file row by row. */
class CountsFile {
  readonly counts = new Map<string, DailyCount>();
  readonly diagnostics: Diagnostic[] = [];
  #rows = 0;

  readonly row = (cells: CsvCells): boolean => {
    this.#rows += 1;
    const dayText = cellText(cells, 0) ?? '';
    const day = dayOf(dayText);
    const isHeader = this.#rows === 1 && !/^\d/.test(dayText);
    if (!isHeader) this.#take(cells, dayText, day);
    return this.diagnostics.length < mostProblems && this.counts.size <= mostDays;
  };

  #take(cells: CsvCells, dayText: string, day: string | null): void {
    const { line } = cells;
    if (cells.count !== 2) {
      const said = `This row has ${cells.count} column${cells.count === 1 ? '' : 's'}. Write two: the day and how many new units came on it.`;
      return this.say('counts-columns', line, said);
    }
    if (day === null) {
      const said = `“${dayText.slice(0, 40)}” is no day of the calendar. Write it as 2027-03-01.`;
      return this.say('counts-day', line, said);
    }
    if (this.counts.has(day)) {
      const said = `${day} is there twice. Add its rows up, so that each day has one.`;
      return this.say('counts-day-twice', line, said);
    }
    const countText = cellText(cells, 1) ?? '';
    const count = Number(countText);
    if (!/^\d+$/.test(countText) || !Number.isSafeInteger(count)) {
      const said =
        countText === ''
          ? `The count of ${day} is empty. Leave the row out where nothing was counted; write 0 where nobody came.`
          : `“${countText.slice(0, 40)}” is no count. Write a whole number without separators, 0 or more.`;
      return this.say('counts-count', line, said);
    }
    this.counts.set(day, { day, count });
  }

  say(code: string, line: number, message: string): void {
    const start = { line: line - 1, column: 0 };
    this.diagnostics.push({ code, severity: 'error', message, span: { start, end: start } });
  }
}

/**
 * The counts of a CSV with a row a day (day, count; a header may come first), in the order of the calendar. Null, with a
 * diagnostic for each wrong row (ten at most), where a row cannot be read: nothing is guessed. Days without a row are holes, no error.
 */
export function readDailyCounts(bytes: Uint8Array): Reading<readonly DailyCount[] | null> {
  const file = new CountsFile();
  const csv = new CsvReader(file.row);
  csv.push(bytes);
  csv.end();
  if (csv.problem !== null) file.say('counts-csv', csv.problem.line, csv.problem.message);
  const { counts, diagnostics } = file;
  if (counts.size > mostDays)
    file.say('counts-many', mostDays, 'These are more days than a century has.');
  if (counts.size === 0 && diagnostics.length === 0) {
    file.say(
      'counts-none',
      1,
      'There is no row with a day and a count. Write rows such as 2027-03-01,1234.',
    );
  }
  if (diagnostics.length > 0) return { value: null, diagnostics };
  const sorted = [...counts.values()].toSorted((a, b) => (a.day < b.day ? -1 : 1));
  return { value: sorted, diagnostics };
}
