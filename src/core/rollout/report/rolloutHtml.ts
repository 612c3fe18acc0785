import { escapeHtml } from '../../report/html/escapeHtml';
import { htmlList } from '../../report/html/htmlList';
import { htmlPage } from '../../report/html/htmlPage';
import { htmlTable } from '../../report/html/htmlTable';
import { reportStyle } from '../../report/html/reportStyle';
import { type RolloutReport, rolloutSection } from './rolloutReport';

function list(title: string, items: readonly string[]): readonly string[] {
  return items.length === 0 ? [] : [`<h3>${title}</h3>`, htmlList(items)];
}

/** Reports as one file: no script, nothing loaded. */
export function rolloutHtml(reports: readonly RolloutReport[]): string {
  const parts = reports.flatMap((report) => {
    const { title, sentence, facts, tables, warnings, assumptions } = rolloutSection(report);
    return [
      `<h2>${escapeHtml(title)}</h2>`,
      `<p class="answer">${escapeHtml(sentence)}</p>`,
      ...facts.map((fact) => `<p>${escapeHtml(fact)}</p>`),
      ...tables.map((table) => htmlTable(table)),
      ...list('Warnings', warnings),
      ...list('Taken as given', assumptions),
    ];
  });
  return htmlPage({ title: 'Rollouts', style: reportStyle, parts });
}
