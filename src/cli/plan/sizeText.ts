import type { Plan } from '../../core/experiment/plan/planSchema';
import type { SizeNote } from '../../core/experiment/size/sizeAnswer';
import type { SolvedAnswer } from '../../core/experiment/size/solvedAnswer';
import { plural } from '../../core/report/countOf';
import { formatCount, formatDecimal } from '../../core/report/formatNumber';
import { looksFacts } from '../../core/experiment/sequential/looksFacts';
import { looksTable } from '../../core/experiment/sequential/looksTable';
import { sizeFacts } from '../../core/experiment/size/sizeFacts';
import { textTable } from './textTable';

/** Longest name of a fact and two blanks. */
const factWidth = 12;

/** The report of `flaglab size` for people: one sentence, a small table, assumptions and warnings. */
export function sizeText(plan: Plan, answer: SolvedAnswer): string {
  const lines = [
    answer.sentence,
    '',
    ...variantTable(plan, answer),
    '',
    ...sizeFacts(plan, answer).map(factLine),
    ...looksOf(plan, answer),
    ...notes('Assumptions', answer.assumptions),
    ...notes('Warnings', answer.warnings),
  ];
  return `${lines.join('\n')}\n`;
}

function factLine([name, value]: readonly [name: string, value: string]): string {
  return `  ${name.padEnd(factWidth)}${value}`;
}

function looksOf(plan: Plan, { sequential }: SolvedAnswer): readonly string[] {
  if (sequential === null) return [];
  const { titles, rows } = looksTable(plan.unit, sequential);
  const columns = titles.map((title) => ({ title, align: 'right' }) as const);
  return ['', 'Looks:', ...textTable(columns, rows), '', ...looksFacts(sequential).map(factLine)];
}

function variantTable(plan: Plan, { perVariant, total }: SolvedAnswer): readonly string[] {
  const units = plural(plan.unit);
  const rows = perVariant.map(({ variant, sampleSize }, i) => [
    variant,
    formatDecimal(plan.variants[i]?.weight ?? 0, 6),
    formatCount(sampleSize),
  ]);
  return textTable(
    [
      { title: 'variant', align: 'left' },
      { title: 'weight', align: 'right' },
      { title: units, align: 'right' },
    ],
    [...rows, ['all', '', formatCount(total)]],
  );
}

function notes(title: string, said: readonly SizeNote[]): readonly string[] {
  if (said.length === 0) return [];
  return ['', `${title}:`, ...said.map(({ message }) => `- ${message}`)];
}
