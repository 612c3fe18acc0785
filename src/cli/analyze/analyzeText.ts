import type { Analysis } from '../../core/experiment/analysis/analysis';
import type { Plan } from '../../core/experiment/plan/planSchema';
import type { SizeNote } from '../../core/experiment/size/sizeAnswer';
import { analysisTables } from '../../core/report/analysis/analysisTables';
import { textTable } from '../plan/textTable';

/** The report of `flaglab analyze` for people: the answer in a sentence, tables, warnings. */
export function analyzeText(plan: Plan, analysis: Analysis): string {
  const lines = [
    analysis.sentence,
    ...analysisTables(plan, analysis).flatMap(({ title, columns, rows }) => [
      '',
      `${title}:`,
      ...textTable(
        columns.map((title, i) => ({ title, align: i === 0 ? 'left' : 'right' }) as const),
        rows,
      ),
    ]),
    ...notes('Warnings', analysis.warnings),
    ...notes('Notes', analysis.notes),
  ];
  return `${lines.join('\n')}\n`;
}

function notes(title: string, said: readonly SizeNote[]): readonly string[] {
  if (said.length === 0) return [];
  return ['', `${title}:`, ...said.map(({ message }) => `- ${message}`)];
}
