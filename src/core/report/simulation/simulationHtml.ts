import type { Plan } from '../../experiment/plan/planSchema';
import type { SimulationResult } from '../../simulate/simulationResult';
import type { ChartDescription } from '../chart/chartDescription';
import { chartSvg } from '../chart/chartSvg';
import { escapeHtml } from '../html/escapeHtml';
import { htmlList } from '../html/htmlList';
import { htmlPage } from '../html/htmlPage';
import { htmlTable } from '../html/htmlTable';
import { reportStyle } from '../html/reportStyle';
import { simulationCharts } from './charts/simulationCharts';
import { preRegistration } from './preRegistration';
import type { ReportContext } from './reportContext';
import { simulationSentences } from './simulationSentences';
import { simulationTables } from './simulationTables';

const style = `${reportStyle}
dt{font-weight:600}dd{margin:0 0 .4rem}figure{margin:1.5rem 0}figure svg{display:block;max-width:100%;height:auto}figcaption{max-width:42rem}`;

/** A simulated plan as one file, pictures and all: no script, nothing loaded. */
export function simulationHtml(
  plan: Plan,
  result: SimulationResult,
  context: ReportContext,
): string {
  const [answer = '', ...sentences] = simulationSentences(plan, result);
  const { facts, tables, assumptions, warnings } = preRegistration(plan, result, context);
  return htmlPage({
    title: `Experiment on ${plan.flag}`,
    style,
    parts: [
      `<p class="answer">${escapeHtml(answer)}</p>`,
      '<h2>The plan</h2>',
      factsHtml(facts),
      ...tables.map((table) => htmlTable(table)),
      ...notesHtml('Assumptions', assumptions),
      ...notesHtml('Warnings', warnings),
      '<h2>What simulated launches say</h2>',
      htmlList(sentences),
      ...simulationCharts(plan, result).map(figureHtml),
      ...simulationTables(plan, result).map((table) => htmlTable(table)),
    ],
  });
}

function factsHtml(facts: readonly (readonly [string, string])[]): string {
  const rows = facts.map(
    ([name, value]) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd>`,
  );
  return `<dl>\n${rows.join('\n')}\n</dl>`;
}

function notesHtml(title: string, items: readonly string[]): readonly string[] {
  return items.length === 0 ? [] : [`<h3>${escapeHtml(title)}</h3>`, htmlList(items)];
}

function figureHtml(chart: ChartDescription): string {
  const { title, summary, table } = chart;
  return `<figure>
<h3>${escapeHtml(title)}</h3>
${chartSvg(chart)}
<figcaption>${escapeHtml(summary)}</figcaption>
<details><summary>Numbers</summary>
${htmlTable({ title, columns: table.columns, rows: table.rows })}
</details>
</figure>`;
}
