import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ChartDescription } from '../../../src/core/report/chart/chartDescription';
import type { CopyFormat } from '../charts/copyChart';
import { chartTexts as texts } from '../texts';
import { button } from '../ui';
import type { ViewContext } from './viewContext';

const formats: readonly CopyFormat[] = ['PNG', 'SVG', 'CSV'];

/** Puts a picture or its numbers into the clipboard. */
export function copyView({ state, copy }: ViewContext, chart: ChartDescription): TemplateResult {
  const said = state.copied?.chart === chart.id ? state.copied.words : null;
  return html`<div class="commands">
    ${formats.map((format) =>
      button({
        id: `copy-${chart.id}-${format.toLowerCase()}`,
        label: texts.copy(format),
        name: texts.copyName(format, chart.title),
        look: 'secondary',
        onClick: () => copy(chart, format),
      }),
    )}
    ${said === null ? nothing : html`<span class="quiet">${said}</span>`}
  </div>`;
}
