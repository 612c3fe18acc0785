import type { Analysis } from '../../experiment/analysis/analysis';
import type { Plan } from '../../experiment/plan/planSchema';
import type { SizeNote } from '../../experiment/size/sizeAnswer';
import { analysisTables, type AnalysisTable } from './analysisTables';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? '');
}

const style = `body{font:15px/1.5 system-ui,sans-serif;max-width:80rem;margin:2rem auto;padding:0 1rem;color:#1f2328;background:#fff}
.answer{font-size:1.2rem;border-left:.3rem solid #0969da;padding:.5rem 1rem;background:#f6f8fa}
.alarm{border-color:#cf222e;background:#ffebe9}
table{border-collapse:collapse;display:block;overflow-x:auto;font-size:.85rem}caption{text-align:left;font-weight:600;margin:1.5rem 0 .4rem}
th,td{padding:.3rem .5rem;border-bottom:1px solid #d1d9e0;text-align:right}td span{white-space:nowrap}th:first-child,td:first-child{text-align:left}
@media(prefers-color-scheme:dark){body{color:#e6edf3;background:#0d1117}.answer{background:#161b22}.alarm{background:#3d1318}th,td{border-color:#30363d}}`;

/** An analysis as one file: no script, nothing loaded. */
export function analysisHtml(plan: Plan, analysis: Analysis): string {
  const alarm = analysis.decision === 'untrustworthy' ? ' alarm' : '';
  const title = `Results of ${plan.flag}`;
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width">',
    `<title>${escaped(title)}</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    `<h1>${escaped(title)}</h1>`,
    `<p class="answer${alarm}">${escaped(analysis.sentence)}</p>`,
    notesHtml('Warnings', analysis.warnings),
    ...analysisTables(plan, analysis).map(tableHtml),
    notesHtml('Notes', analysis.notes),
    '</body>',
    '</html>',
    '',
  ]
    .filter((part, i, all) => part !== '' || i === all.length - 1)
    .join('\n');
}

function tableHtml({ title, columns, rows }: AnalysisTable): string {
  const head = columns.map((column) => `<th scope="col">${escaped(column)}</th>`).join('');
  const body = rows
    .map((row) => `<tr>${row.map((cell) => `<td>${cellHtml(cell)}</td>`).join('')}</tr>`)
    .join('\n');
  return `<table>\n<caption>${escaped(title)}</caption>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body}\n</tbody>\n</table>`;
}

/** A cell breaks between the parts of a list or an interval, and nowhere else: not before a unit, not within a number. */
function cellHtml(text: string): string {
  const parts = text.split(/ (?=to )|(?<=,) /);
  return parts.map((part) => `<span>${escaped(part)}</span>`).join(' ');
}

function notesHtml(title: string, said: readonly SizeNote[]): string {
  if (said.length === 0) return '';
  const items = said.map(({ message }) => `<li>${escaped(message)}</li>`).join('\n');
  return `<h2>${title}</h2>\n<ul>\n${items}\n</ul>`;
}
