import type { Analysis } from '../../experiment/analysis/analysis';
import type { Plan } from '../../experiment/plan/planSchema';
import type { SizeNote } from '../../experiment/size/sizeAnswer';
import { analysisTables } from './analysisTables';

/** Text in which nothing is taken for Markdown: names come from files. */
function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&').replace(/\s+/g, ' ');
}

/** An analysis for a pull request or a page. */
export function analysisMarkdown(plan: Plan, analysis: Analysis): string {
  const row = (cells: readonly string[]): string => `| ${cells.map(escaped).join(' | ')} |`;
  const lines = [
    `**${escaped(analysis.sentence)}**`,
    ...notes('Warnings', analysis.warnings),
    ...analysisTables(plan, analysis).flatMap(({ title, columns, rows }) => [
      '',
      `### ${escaped(title)}`,
      '',
      row(columns),
      `|${columns.map((_, i) => (i === 0 ? ' :-- |' : ' --: |')).join('')}`,
      ...rows.map(row),
    ]),
    ...notes('Notes', analysis.notes),
  ];
  return `${lines.join('\n')}\n`;
}

function notes(title: string, said: readonly SizeNote[]): readonly string[] {
  if (said.length === 0) return [];
  return ['', `### ${title}`, '', ...said.map(({ message }) => `- ${escaped(message)}`)];
}
