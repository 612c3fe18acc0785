import type { Plan } from '../../core/experiment/plan/planSchema';
import type { SizeAnswer, SizeNote } from '../../core/experiment/size/sizeAnswer';
import { plural } from '../../core/report/countOf';
import { formatCount, formatDecimal, formatPercent } from '../../core/report/formatNumber';
import { textTable } from './textTable';

/** The report of `flaglab size` for people: one sentence, a small table, assumptions and warnings. */
export function sizeText(plan: Plan, answer: SizeAnswer): string {
  const lines = [
    answer.sentence,
    '',
    ...variantTable(plan, answer),
    '',
    ...facts(answer),
    ...notes('Assumptions', answer.assumptions),
    ...notes('Warnings', answer.warnings),
  ];
  return `${lines.join('\n')}\n`;
}

function variantTable(plan: Plan, { perVariant, total }: SizeAnswer): readonly string[] {
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

function facts(answer: SizeAnswer): readonly string[] {
  const { decidingMetric, absoluteEffect, relativeEffect, power, definition } = answer;
  const sign = absoluteEffect < 0 ? '' : '+';
  const effect = `${sign}${formatDecimal(absoluteEffect, 4)} (${sign}${formatPercent(relativeEffect)})`;
  return [
    `  metric      ${decidingMetric}: smallest effect to detect ${effect}`,
    `  power       ${formatPercent(power)}`,
    `  test        ${definition.name}`,
    `  formula     ${definition.formula}`,
    `  source      ${definition.source}`,
  ];
}

function notes(title: string, said: readonly SizeNote[]): readonly string[] {
  if (said.length === 0) return [];
  return ['', `${title}:`, ...said.map(({ message }) => `- ${message}`)];
}
