import type { Plan } from '../../experiment/plan/planSchema';
import type { SimulationResult } from '../../simulate/simulationResult';
import { escapeMarkdown } from '../markdown/escapeMarkdown';
import { markdownNotes } from '../markdown/markdownNotes';
import { markdownTable } from '../markdown/markdownTable';
import { preRegistration } from './preRegistration';
import type { ReportContext } from './reportContext';
import type { ReportPicture } from './reportPictures';
import { simulationSentences } from './simulationSentences';
import { simulationTables } from './simulationTables';

export interface MarkdownPictures {
  /** Folder of the picture files, as seen from the report: `report.md.assets`. */
  readonly folder: string;
  readonly pictures: readonly ReportPicture[];
}

/** A simulated plan for a pull request or a page: what was planned, then what came of it. Without picture files it has none. */
export function simulationMarkdown(
  plan: Plan,
  result: SimulationResult,
  { pictures, ...context }: ReportContext & { readonly pictures: MarkdownPictures | null },
): string {
  const [answer = '', ...sentences] = simulationSentences(plan, result);
  const { facts, tables, assumptions, warnings } = preRegistration(plan, result, context);
  const lines = [
    `# ${escapeMarkdown(`Experiment on ${plan.flag}`)}`,
    '',
    `**${escapeMarkdown(answer)}**`,
    '',
    '## The plan',
    '',
    ...facts.map(([name, value]) => `- ${name}: ${escapeMarkdown(value)}`),
    ...tables.flatMap(markdownTable),
    ...markdownNotes('Assumptions', assumptions),
    ...markdownNotes('Warnings', warnings),
    '',
    '## What simulated launches say',
    '',
    ...sentences.map((sentence) => `- ${escapeMarkdown(sentence)}`),
    ...(pictures === null ? [] : pictureLines(pictures)),
    ...simulationTables(plan, result).flatMap(markdownTable),
  ];
  return `${lines.join('\n')}\n`;
}

function pictureLines({ folder, pictures }: MarkdownPictures): readonly string[] {
  return pictures.flatMap(({ fileName, title, summary }) => [
    '',
    `### ${escapeMarkdown(title)}`,
    '',
    `![${escapeMarkdown(title)}](${addressOf(folder)}/${addressOf(fileName)})`,
    '',
    escapeMarkdown(summary),
  ]);
}

/** A file name as a link has it: no sign of it ends the link. */
function addressOf(name: string): string {
  return encodeURIComponent(name).replace(
    /[()'!*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
}
