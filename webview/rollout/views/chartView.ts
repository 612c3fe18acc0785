import { html, type TemplateResult } from 'lit/html.js';
import { ref } from 'lit/directives/ref.js';
import type { ChartDescription } from '../../../src/core/report/chart/chartDescription';
import { mountChart } from '../../simulator/charts/chartMount';
import { tableView } from '../../simulator/views/tableView';
import { resultTexts as texts } from '../texts';
import { foldView } from './foldView';
import type { ViewContext } from './viewContext';

/** A picture, what is to be seen in it, and its numbers. */
export function chartView(context: ViewContext, chart: ChartDescription): TemplateResult {
  return html`<figure class="chart" id=${`chart-${chart.id}`}>
    <h3>${chart.title}</h3>
    <div
      class="picture"
      ${ref((place) => {
        if (place instanceof HTMLElement) queueMicrotask(() => mountChart(place, chart));
      })}
    ></div>
    <figcaption>${chart.summary}</figcaption>
    ${foldView(context, {
      id: `table-${chart.id}`,
      title: texts.table,
      of: chart.title,
      body: tableView(chart.table, `${chart.title}: ${texts.table}`),
    })}
  </figure>`;
}
