import { type RolloutReport, rolloutSection } from './rolloutReport';
import type { RolloutTable } from './rolloutTables';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? '');
}

const style = `body{font:15px/1.5 system-ui,sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem;color:#1f2328;background:#fff}
.answer{font-size:1.2rem;border-left:.3rem solid #0969da;padding:.5rem 1rem;background:#f6f8fa}
table{border-collapse:collapse;display:block;overflow-x:auto}caption{text-align:left;font-weight:600;margin:1.5rem 0 .4rem}
th,td{padding:.3rem .7rem;border-bottom:1px solid #d1d9e0;text-align:right;white-space:nowrap}th:first-child,td:first-child{text-align:left}
@media(prefers-color-scheme:dark){body{color:#e6edf3;background:#0d1117}.answer{background:#161b22}th,td{border-color:#30363d}}`;

function table({ title, columns, rows }: RolloutTable): string {
  const head = columns.map((column) => `<th scope="col">${escaped(column)}</th>`).join('');
  const body = rows
    .map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`)
    .join('\n');
  return `<table>\n<caption>${escaped(title)}</caption>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body}\n</tbody>\n</table>`;
}

function list(title: string, items: readonly string[]): readonly string[] {
  if (items.length === 0) return [];
  return [
    `<h3>${title}</h3>`,
    `<ul>\n${items.map((item) => `<li>${escaped(item)}</li>`).join('\n')}\n</ul>`,
  ];
}

/** Reports as one file: no script, nothing loaded. */
export function rolloutHtml(reports: readonly RolloutReport[]): string {
  const sections = reports.flatMap((report) => {
    const { title, sentence, facts, tables, warnings, assumptions } = rolloutSection(report);
    return [
      `<h2>${escaped(title)}</h2>`,
      `<p class="answer">${escaped(sentence)}</p>`,
      ...facts.map((fact) => `<p>${escaped(fact)}</p>`),
      ...tables.map(table),
      ...list('Warnings', warnings),
      ...list('Taken as given', assumptions),
    ];
  });
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width">',
    '<title>Rollouts</title>',
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    '<h1>Rollouts</h1>',
    ...sections,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}
