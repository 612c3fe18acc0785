import type { Analysis } from '../../experiment/analysis/analysis';
import type { Plan } from '../../experiment/plan/planSchema';
import { escapeMarkdown } from '../markdown/escapeMarkdown';
import { markdownNotes } from '../markdown/markdownNotes';
import { markdownTable } from '../markdown/markdownTable';
import { analysisTables } from './analysisTables';

/** An analysis for a pull request or a page. */
export function analysisMarkdown(plan: Plan, analysis: Analysis): string {
  const messages = (said: Analysis['notes']) => said.map(({ message }) => message);
  const lines = [
    `**${escapeMarkdown(analysis.sentence)}**`,
    ...markdownNotes('Warnings', messages(analysis.warnings)),
    ...analysisTables(plan, analysis).flatMap(markdownTable),
    ...markdownNotes('Notes', messages(analysis.notes)),
  ];
  return `${lines.join('\n')}\n`;
}
