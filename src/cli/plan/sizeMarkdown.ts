import type { Plan } from '../../core/experiment/plan/planSchema';
import type { SizeNote } from '../../core/experiment/size/sizeAnswer';
import type { SolvedAnswer } from '../../core/experiment/size/solvedAnswer';
import { plural } from '../../core/report/countOf';
import { formatCount, formatDecimal } from '../../core/report/formatNumber';
import { looksFacts } from '../../core/experiment/sequential/looksFacts';
import { looksTable } from '../../core/experiment/sequential/looksTable';
import { sizeFacts } from '../../core/experiment/size/sizeFacts';

/** Text in which nothing is taken for Markdown: names come from files. */
function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&').replace(/\s+/g, ' ');
}

/** The report of `flaglab size --format markdown`: for a pull request or a page, the same as the text. */
export function sizeMarkdown(plan: Plan, answer: SolvedAnswer): string {
  const { perVariant, total } = answer;
  const units = escaped(plural(plan.unit));
  const rows = perVariant.map(
    ({ variant, sampleSize }, i) =>
      `| ${escaped(variant)} | ${formatDecimal(plan.variants[i]?.weight ?? 0, 6)} | ${formatCount(sampleSize)} |`,
  );
  const lines = [
    `**${escaped(answer.sentence)}**`,
    '',
    `| variant | weight | ${units} |`,
    '| :-- | --: | --: |',
    ...rows,
    `| all | | ${formatCount(total)} |`,
    '',
    ...sizeFacts(plan, answer).map(([name, value]) => `- ${name}: ${escaped(value)}`),
    ...looksOf(plan, answer),
    ...notes('Assumptions', answer.assumptions),
    ...notes('Warnings', answer.warnings),
  ];
  return `${lines.join('\n')}\n`;
}

function looksOf(plan: Plan, { sequential }: SolvedAnswer): readonly string[] {
  if (sequential === null) return [];
  const { titles, rows } = looksTable(plan.unit, sequential);
  const row = (cells: readonly string[]): string => `| ${cells.map(escaped).join(' | ')} |`;
  return [
    '',
    '### Looks',
    '',
    row(titles),
    `|${' --: |'.repeat(titles.length)}`,
    ...rows.map(row),
    '',
    ...looksFacts(sequential).map(([name, value]) => `- ${name}: ${escaped(value)}`),
  ];
}

function notes(title: string, said: readonly SizeNote[]): readonly string[] {
  if (said.length === 0) return [];
  return ['', `### ${title}`, '', ...said.map(({ message }) => `- ${escaped(message)}`)];
}
