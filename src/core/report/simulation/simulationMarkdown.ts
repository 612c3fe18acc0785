import type { Plan } from '../../experiment/plan/planSchema';
import type { SimulationResult } from '../../simulate/simulationResult';
import { escapeMarkdown } from '../markdown/escapeMarkdown';
import { markdownTable } from '../markdown/markdownTable';
import { simulationSentences } from './simulationSentences';
import { simulationTables } from './simulationTables';

/** A simulation for a pull request or a page. */
export function simulationMarkdown(plan: Plan, result: SimulationResult): string {
  const [answer = '', ...sentences] = simulationSentences(plan, result);
  const lines = [
    `**${escapeMarkdown(answer)}**`,
    '',
    ...sentences.map((sentence) => `- ${escapeMarkdown(sentence)}`),
    ...simulationTables(plan, result).flatMap(markdownTable),
  ];
  return `${lines.join('\n')}\n`;
}
