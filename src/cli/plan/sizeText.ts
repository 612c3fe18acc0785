import type { Plan } from '../../core/experiment/plan/planSchema';
import type { SizeNote } from '../../core/experiment/size/sizeAnswer';
import type { SolvedAnswer } from '../../core/experiment/size/solvedAnswer';
import { plural } from '../../core/report/countOf';
import { formatCount, formatDecimal } from '../../core/report/formatNumber';
import { sizeFacts } from './sizeFacts';
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
    ...sizeFacts(plan, answer).map(([name, value]) => `  ${name.padEnd(factWidth)}${value}`),
    ...notes('Assumptions', answer.assumptions),
    ...notes('Warnings', answer.warnings),
  ];
  return `${lines.join('\n')}\n`;
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
