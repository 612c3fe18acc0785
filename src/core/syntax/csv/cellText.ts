import { decodeText } from '../decodeText';
import type { CsvCells } from './csvReader';

/** The text of a cell, doubled quotes made single, blanks around it left out; null where it is not UTF-8. */
export function cellText(cells: CsvCells, column: number): string | null {
  const bytes = cells.bytes.subarray(cells.starts[column], cells.ends[column]);
  const decoded = decodeText(bytes);
  if (decoded.kind !== 'text') return null;
  const isQuoted = cells.bytes[(cells.starts[column] as number) - 1] === 0x22;
  return (isQuoted ? decoded.text.replaceAll('""', '"') : decoded.text).trim();
}
