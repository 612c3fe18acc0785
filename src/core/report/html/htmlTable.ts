import type { ReportTable } from '../reportTable';
import { escapeHtml } from './escapeHtml';

/** A table with its title as caption; `cell` makes HTML of a cell's text. */
export function htmlTable(
  { title, columns, rows }: ReportTable,
  cell: (text: string) => string = escapeHtml,
): string {
  const head = columns.map((column) => `<th scope="col">${escapeHtml(column)}</th>`).join('');
  const body = rows
    .map((row) => `<tr>${row.map((text) => `<td>${cell(text)}</td>`).join('')}</tr>`)
    .join('\n');
  return `<table>\n<caption>${escapeHtml(title)}</caption>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body}\n</tbody>\n</table>`;
}
