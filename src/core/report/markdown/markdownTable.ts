import type { ReportTable } from '../reportTable';
import { escapeMarkdown } from './escapeMarkdown';
import { markdownRow } from './markdownRow';

/** A table below its title, an empty line before it: text to the left, numbers to the right. */
export function markdownTable({ title, columns, rows }: ReportTable): readonly string[] {
  return [
    '',
    `### ${escapeMarkdown(title)}`,
    '',
    markdownRow(columns),
    `|${columns.map((_, i) => (i === 0 ? ' :-- |' : ' --: |')).join('')}`,
    ...rows.map(markdownRow),
  ];
}
