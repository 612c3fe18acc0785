import type { Plan } from '../../core/experiment/plan/planSchema';
import type { SizeNote } from '../../core/experiment/size/sizeAnswer';
import type { SolvedAnswer } from '../../core/experiment/size/solvedAnswer';
import { plural } from '../../core/report/countOf';
import { escapeMarkdown } from '../../core/report/markdown/escapeMarkdown';
import { markdownNotes } from '../../core/report/markdown/markdownNotes';
import { markdownRow } from '../../core/report/markdown/markdownRow';
import { formatCount, formatDecimal } from '../../core/report/formatNumber';
import { looksFacts } from '../../core/experiment/sequential/looksFacts';
import { looksTable } from '../../core/experiment/sequential/looksTable';
import { sizeFacts } from '../../core/experiment/size/sizeFacts';

/** The report of `flaglab size --format markdown`: for a pull request or a page, the same as the text. */
export function sizeMarkdown(plan: Plan, answer: SolvedAnswer): string {
  const { perVariant, total } = answer;
  const units = escapeMarkdown(plural(plan.unit));
  const rows = perVariant.map(
    ({ variant, sampleSize }, i) =>
      `| ${escapeMarkdown(variant)} | ${formatDecimal(plan.variants[i]?.weight ?? 0, 6)} | ${formatCount(sampleSize)} |`,
  );
  const messages = (said: readonly SizeNote[]) => said.map(({ message }) => message);
  const lines = [
    `**${escapeMarkdown(answer.sentence)}**`,
    '',
    `| variant | weight | ${units} |`,
    '| :-- | --: | --: |',
    ...rows,
    `| all | | ${formatCount(total)} |`,
    '',
    ...sizeFacts(plan, answer).map(([name, value]) => `- ${name}: ${escapeMarkdown(value)}`),
    ...looksOf(plan, answer),
    ...markdownNotes('Assumptions', messages(answer.assumptions)),
    ...markdownNotes('Warnings', messages(answer.warnings)),
  ];
  return `${lines.join('\n')}\n`;
}

function looksOf(plan: Plan, { sequential }: SolvedAnswer): readonly string[] {
  if (sequential === null) return [];
  const { titles, rows } = looksTable(plan.unit, sequential);
  return [
    '',
    '### Looks',
    '',
    markdownRow(titles),
    `|${' --: |'.repeat(titles.length)}`,
    ...rows.map(markdownRow),
    '',
    ...looksFacts(sequential).map(([name, value]) => `- ${name}: ${escapeMarkdown(value)}`),
  ];
}
