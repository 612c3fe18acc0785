import type { Plan } from '../../experiment/plan/planSchema';
import type { SimulationResult } from '../../simulate/simulationResult';
import { simulationSentences } from './simulationSentences';
import { simulationTables } from './simulationTables';

/** Text in which nothing is taken for Markdown: names come from files. */
function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&').replace(/\s+/g, ' ');
}

/** A simulation for a pull request or a page. */
export function simulationMarkdown(plan: Plan, result: SimulationResult): string {
  const [answer = '', ...sentences] = simulationSentences(plan, result);
  const row = (cells: readonly string[]): string => `| ${cells.map(escaped).join(' | ')} |`;
  const lines = [
    `**${escaped(answer)}**`,
    '',
    ...sentences.map((sentence) => `- ${escaped(sentence)}`),
    ...simulationTables(plan, result).flatMap(({ title, columns, rows }) => [
      '',
      `### ${escaped(title)}`,
      '',
      row(columns),
      `|${columns.map((_, i) => (i === 0 ? ' :-- |' : ' --: |')).join('')}`,
      ...rows.map(row),
    ]),
  ];
  return `${lines.join('\n')}\n`;
}
