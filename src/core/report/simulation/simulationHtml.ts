import type { Plan } from '../../experiment/plan/planSchema';
import type { SimulationResult } from '../../simulate/simulationResult';
import { simulationSentences } from './simulationSentences';
import { type SimulationTable, simulationTables } from './simulationTables';

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

/** A simulation as one file: no script, nothing loaded. */
export function simulationHtml(plan: Plan, result: SimulationResult): string {
  const title = `Simulated launches of ${plan.flag}`;
  const [answer = '', ...sentences] = simulationSentences(plan, result);
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
    `<p class="answer">${escaped(answer)}</p>`,
    '<ul>',
    ...sentences.map((sentence) => `<li>${escaped(sentence)}</li>`),
    '</ul>',
    ...simulationTables(plan, result).map(tableHtml),
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function tableHtml({ title, columns, rows }: SimulationTable): string {
  const head = columns.map((column) => `<th scope="col">${escaped(column)}</th>`).join('');
  const body = rows
    .map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`)
    .join('\n');
  return `<table>\n<caption>${escaped(title)}</caption>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body}\n</tbody>\n</table>`;
}
