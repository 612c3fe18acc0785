import { html, nothing, type TemplateResult } from 'lit/html.js';
import { ref } from 'lit/directives/ref.js';
import { mountChart } from '../charts/chartMount';
import type { ChartDescription } from '../../../src/core/report/chart/chartDescription';
import { chartTexts as texts } from '../texts';
import { copyView } from './copyView';
import { foldView } from './foldView';
import { tableView } from './tableView';
import type { ViewContext } from './viewContext';

/** A picture, what is to be seen in it, and its numbers. */
export function chartView(
  context: ViewContext,
  chart: ChartDescription,
  controls: TemplateResult | typeof nothing = nothing,
): TemplateResult {
  return html`<figure class="chart" id=${`chart-${chart.id}`}>
    <h3>${chart.title}</h3>
    <div
      class="picture"
      ${ref((place) => {
        if (place instanceof HTMLElement) queueMicrotask(() => mountChart(place, chart));
      })}
    ></div>
    ${controls}
    <figcaption>${chart.summary}</figcaption>
    ${foldView(context, {
      id: `table-${chart.id}`,
      title: texts.table,
      of: chart.title,
      body: html`${tableView(chart.table, texts.tableOf(chart.title))} ${copyView(context, chart)}`,
    })}
  </figure>`;
}
