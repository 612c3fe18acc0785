import { type RolloutReport, rolloutSection } from '../../core/rollout/report/rolloutReport';
import { textTable } from '../plan/textTable';

/** The report of `flaglab rollout` for people: the answer in a line, facts, tables, warnings, what was assumed. */
export function rolloutText(reports: readonly RolloutReport[]): string {
  const lines = reports.flatMap((report, i) => {
    const { title, sentence, facts, tables, warnings, assumptions } = rolloutSection(report);
    return [
      ...(i === 0 ? [] : ['']),
      title,
      sentence,
      ...facts,
      ...tables.flatMap(({ title: name, columns, rows }) => [
        '',
        `${name}:`,
        ...textTable(
          columns.map(
            (column, c) => ({ title: column, align: c === 0 ? 'left' : 'right' }) as const,
          ),
          rows,
        ),
      ]),
      ...list('Warnings', warnings),
      ...list('Taken as given', assumptions),
    ];
  });
  return `${lines.join('\n')}\n`;
}

function list(title: string, items: readonly string[]): readonly string[] {
  return items.length === 0 ? [] : ['', `${title}:`, ...items.map((item) => `- ${item}`)];
}
