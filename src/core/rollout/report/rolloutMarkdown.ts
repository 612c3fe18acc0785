import { type RolloutReport, rolloutSection } from './rolloutReport';
import type { RolloutTable } from './rolloutTables';

const cell = (text: string): string => text.replaceAll('|', '\\|');

function table({ title, columns, rows }: RolloutTable): readonly string[] {
  return [
    `### ${title}`,
    '',
    `| ${columns.map(cell).join(' | ')} |`,
    `| ${columns.map((_, i) => (i === 0 ? '---' : '---:')).join(' | ')} |`,
    ...rows.map((row) => `| ${row.map(cell).join(' | ')} |`),
    '',
  ];
}

const list = (title: string, items: readonly string[]): readonly string[] =>
  items.length === 0 ? [] : [`### ${title}`, '', ...items.map((item) => `- ${item}`), ''];

/** Reports for a pull request. */
export function rolloutMarkdown(reports: readonly RolloutReport[]): string {
  return reports
    .flatMap((report) => {
      const { title, sentence, facts, tables, warnings, assumptions } = rolloutSection(report);
      return [
        `## ${title}`,
        '',
        `**${sentence}**`,
        '',
        ...facts.map((fact) => `- ${fact}`),
        '',
        ...tables.flatMap(table),
        ...list('Warnings', warnings),
        ...list('Taken as given', assumptions),
      ];
    })
    .join('\n');
}
