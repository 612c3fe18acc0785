import { html, type TemplateResult } from 'lit/html.js';
import type { ChartTable } from '../../../src/core/report/chart/chartDescription';

/** A table that scrolls by itself; `words`: its cells hold sentences. */
export function tableView(
  { columns, rows }: ChartTable,
  caption: string,
  cells: 'figures' | 'words' = 'figures',
): TemplateResult {
  // Scrolls on its own where it is too wide; then the keyboard must reach it.
  return html`<div class="table" role="region" aria-label=${caption} tabindex="0">
    <table class=${cells}>
      <thead>
        <tr>
          ${columns.map((column) => html`<th scope="col">${column}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([head, ...others]) =>
            html`<tr>
              <th scope="row">${head}</th>
              ${others.map((cell) => html`<td>${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
