import type { Analysis } from '../../experiment/analysis/analysis';
import type { Plan } from '../../experiment/plan/planSchema';
import type { SizeNote } from '../../experiment/size/sizeAnswer';
import { escapeHtml } from '../html/escapeHtml';
import { htmlList } from '../html/htmlList';
import { htmlPage } from '../html/htmlPage';
import { htmlTable } from '../html/htmlTable';
import { analysisTables } from './analysisTables';

const style = `body{font:15px/1.5 system-ui,sans-serif;max-width:80rem;margin:2rem auto;padding:0 1rem;color:#1f2328;background:#fff}
.answer{font-size:1.2rem;border-left:.3rem solid #0969da;padding:.5rem 1rem;background:#f6f8fa}
.alarm{border-color:#cf222e;background:#ffebe9}
table{border-collapse:collapse;display:block;overflow-x:auto;font-size:.85rem}caption{text-align:left;font-weight:600;margin:1.5rem 0 .4rem}
th,td{padding:.3rem .5rem;border-bottom:1px solid #d1d9e0;text-align:right}td span{white-space:nowrap}th:first-child,td:first-child{text-align:left}
@media(prefers-color-scheme:dark){body{color:#e6edf3;background:#0d1117}.answer{background:#161b22}.alarm{background:#3d1318}th,td{border-color:#30363d}}`;

/** An analysis as one file: no script, nothing loaded. */
export function analysisHtml(plan: Plan, analysis: Analysis): string {
  const alarm = analysis.decision === 'untrustworthy' ? ' alarm' : '';
  return htmlPage({
    title: `Results of ${plan.flag}`,
    style,
    parts: [
      `<p class="answer${alarm}">${escapeHtml(analysis.sentence)}</p>`,
      ...notesHtml('Warnings', analysis.warnings),
      ...analysisTables(plan, analysis).map((table) => htmlTable(table, cellHtml)),
      ...notesHtml('Notes', analysis.notes),
    ],
  });
}

/** A cell breaks between the parts of a list or an interval, and nowhere else: not before a unit, not within a number. */
function cellHtml(text: string): string {
  const parts = text.split(/ (?=to )|(?<=,) /);
  return parts.map((part) => `<span>${escapeHtml(part)}</span>`).join(' ');
}

function notesHtml(title: string, said: readonly SizeNote[]): readonly string[] {
  if (said.length === 0) return [];
  return [`<h2>${title}</h2>`, htmlList(said.map(({ message }) => message))];
}
