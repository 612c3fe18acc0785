import { html, nothing, type TemplateResult } from 'lit/html.js';
import { reportFormats } from '../../../src/core/report/simulation/reportFormats';
import { madeRun } from '../reportActions';
import { reportTexts as texts } from '../texts';
import { button } from '../ui';
import type { ViewContext } from './viewContext';

/** The ways out of the panel, once there is something to take along. */
export function reportView({ state, reports }: ViewContext): TemplateResult | typeof nothing {
  if (madeRun(state) === null) return nothing;
  return html`<section class="report" aria-labelledby="report-title">
    <h2 id="report-title">${texts.title}</h2>
    <p class="why">${texts.explanation}</p>
    <div class="commands">
      ${reportFormats.map((format) =>
        button({
          id: `report-${format}`,
          label: texts.formats[format],
          name: texts.nameOf(texts.formats[format]),
          look: 'secondary',
          onClick: () => reports.write(format),
        }),
      )}
    </div>
  </section>`;
}
