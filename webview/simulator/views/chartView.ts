import { html, type TemplateResult } from 'lit/html.js';
import { ref } from 'lit/directives/ref.js';
import { mountChart } from '../charts/chartMount';
import type { ChartDescription, ChartTable } from '../charts/chartDescription';
import { chartTexts as texts } from '../texts';
import { foldView } from './foldView';
import type { ViewContext } from './viewContext';

function tableView({ columns, rows }: ChartTable, caption: string): TemplateResult {
  // Scrolls on its own where it is too wide; then the keyboard must reach it.
  return html`<div class="table" role="region" aria-label=${caption} tabindex="0">
    <table>
      <thead>
        <tr>
          ${columns.map((column) => html`<th scope="col">${column}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([head, ...cells]) =>
            html`<tr>
              <th scope="row">${head}</th>
              ${cells.map((cell) => html`<td>${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** A picture, what is to be seen in it, and its numbers. */
export function chartView(context: ViewContext, chart: ChartDescription): TemplateResult {
  return html`<figure class="chart" id=${`chart-${chart.id}`}>
    <h3>${chart.title}</h3>
    <div
      class="picture"
      ${ref((place) => {
        if (place !== undefined) queueMicrotask(() => mountChart(place, chart, context.nonce));
      })}
    ></div>
    <figcaption>${chart.summary}</figcaption>
    ${foldView(context, {
      id: `table-${chart.id}`,
      title: texts.table,
      of: chart.title,
      body: tableView(chart.table, texts.tableOf(chart.title)),
    })}
  </figure>`;
}
