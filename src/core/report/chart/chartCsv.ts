import { csvText } from '../csvText';
import type { ChartDescription } from './chartDescription';

const groupedNumber = /^[-−+]?\d{1,3}(,\d{3})+(\.\d+)?$/;

/** Numbers without the commas between their thousands: spreadsheets read them so; a plain negative number is no formula. */
function cellOf(text: string): string | number {
  const plain = groupedNumber.test(text) ? text.replaceAll(',', '') : text;
  const value = Number(plain);
  return plain !== '' && Number.isFinite(value) && String(value) === plain ? value : plain;
}

/** A chart's table as CSV. */
export function chartCsv({ table: { columns, rows } }: ChartDescription): string {
  return csvText([columns, ...rows.map((row) => row.map(cellOf))]);
}
