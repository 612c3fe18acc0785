import { escapeMarkdown } from './escapeMarkdown';

/** A row of a table. */
export function markdownRow(cells: readonly string[]): string {
  return `| ${cells.map(escapeMarkdown).join(' | ')} |`;
}
