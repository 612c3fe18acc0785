import { escapeMarkdown } from '../../report/markdown/escapeMarkdown';
import { markdownNotes } from '../../report/markdown/markdownNotes';
import { markdownTable } from '../../report/markdown/markdownTable';
import { type RolloutReport, rolloutSection } from './rolloutReport';

function section(report: RolloutReport): readonly string[] {
  const { title, sentence, facts, tables, warnings, assumptions } = rolloutSection(report);
  return [
    `## ${escapeMarkdown(title)}`,
    '',
    `**${escapeMarkdown(sentence)}**`,
    '',
    ...facts.map((fact) => `- ${escapeMarkdown(fact)}`),
    ...tables.flatMap(markdownTable),
    ...markdownNotes('Warnings', warnings),
    ...markdownNotes('Taken as given', assumptions),
    '',
  ];
}

/** Reports for a pull request. */
export function rolloutMarkdown(reports: readonly RolloutReport[]): string {
  return reports.flatMap(section).join('\n');
}
