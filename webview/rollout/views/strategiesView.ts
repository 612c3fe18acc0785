import { html, nothing, type TemplateResult } from 'lit/html.js';
import { comparisonTable } from '../../../src/core/rollout/report/rolloutTables';
import type { StrategyComparison } from '../../../src/core/rollout/compare/compareStrategies';
import { rolloutHtml } from '../../../src/core/rollout/report/rolloutHtml';
import { rolloutMarkdown } from '../../../src/core/rollout/report/rolloutMarkdown';
import type { RolloutReport } from '../../../src/core/rollout/report/rolloutReport';
import { button } from '../../simulator/ui';
import { panelTexts, resultTexts as texts } from '../texts';
import type { ViewContext } from './viewContext';

/** Other strategies beside the one at hand, what would fix it, and the report of all of it. */
export function strategiesView(context: ViewContext): TemplateResult | typeof nothing {
  const { progress } = context.state.run;
  const assessment = progress?.assessment ?? null;
  if (progress === null || assessment === null) return nothing;
  const { comparison } = progress;
  return html`<section class="strategies" aria-labelledby="strategies-title">
    <h2 id="strategies-title">${texts.strategies}</h2>
    ${
      comparison === null
        ? html`<p class="why">${texts.waiting}</p>`
        : html`<p class="why">${texts.strategiesWhy}</p>
            ${tableOf(comparison)} ${fixesView(comparison)}`
    }
    <div class="commands">
      ${(['markdown', 'html'] as const).map((format) =>
        button({
          id: `report-${format}`,
          label: panelTexts[format],
          look: 'secondary',
          onClick: () => postReport(context, format),
        }),
      )}
    </div>
  </section>`;
}

function tableOf(comparison: StrategyComparison): TemplateResult {
  const { columns, rows } = comparisonTable(comparison);
  return html`<div class="table" role="region" aria-label=${texts.strategiesTable} tabindex="0">
    <table class="figures">
      <thead>
        <tr>
          ${columns.map(
            (column) => html`<th scope="col">${column === '' ? 'why greyed' : column}</th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([head, ...others], i) =>
            html`<tr class=${(comparison.strategies[i]?.dominatedBy ?? null) === null ? '' : 'dominated'}>
              <th scope="row">${head}</th>
              ${others.map((cell) => html`<td>${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function fixesView({ strategies, fixes }: StrategyComparison): TemplateResult {
  const [own] = strategies;
  const isFine = own !== undefined && own.caught >= 0.8 && own.falseAborts <= 0.01;
  if (isFine) return html`<p>${texts.fine}</p>`;
  return html`<h3>${texts.fixes}</h3>
    ${
      fixes.length === 0
        ? html`<p>${texts.noFixes}</p>`
        : html`<ul>
            ${fixes.slice(0, 5).map((fix) => html`<li>${fix}</li>`)}
          </ul>`
    }`;
}

function postReport({ state, asked, actions }: ViewContext, format: 'markdown' | 'html'): void {
  const { progress } = state.run;
  const { snapshot } = state;
  const assessment = progress?.assessment ?? null;
  if (progress === null || assessment === null || asked === null || snapshot === null) return;
  const report: RolloutReport = {
    name: asked.rollout.name,
    format: snapshot.formatNames[asked.rollout.format] ?? asked.rollout.format,
    requestsPerSecond: asked.request.traffic.requestsPerSecond,
    assessment,
    comparison: progress.comparison,
    assumptions: asked.assumptions,
    findings: snapshot.diagnostics.filter(({ code }) => code.startsWith('rollout-')),
  };
  const text = format === 'markdown' ? rolloutMarkdown([report]) : rolloutHtml([report]);
  actions.post({ kind: 'report', format, text });
}
