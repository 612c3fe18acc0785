import { html, nothing, type TemplateResult } from 'lit/html.js';
import { formatDecimal } from '../../../src/core/report/formatNumber';
import { exposureChart } from '../../../src/core/rollout/report/charts/exposureChart';
import { operatingCurveChart } from '../../../src/core/rollout/report/charts/operatingCurveChart';
import { chanceText } from '../../../src/core/rollout/report/rolloutSentence';
import { outcomeTable } from '../../../src/core/rollout/report/rolloutTables';
import { levelOf } from '../../../src/core/rollout/release/changedMetrics';
import type { RolloutResult } from '../../../src/core/rollout/simulate/rolloutResult';
import type { ChartDescription } from '../../../src/core/report/chart/chartDescription';
import type { RolloutProgress } from '../../../src/protocol/rolloutWork';
import type { ReportTable } from '../../../src/core/report/reportTable';
import { tableView } from '../../simulator/views/tableView';
import type { Asked } from '../asked';
import { resultTexts as texts } from '../texts';
import { chartView } from './chartView';
import { foldView } from './foldView';
import type { ViewContext } from './viewContext';

const curves = new WeakMap<RolloutProgress, ChartDescription>();
const exposures = new WeakMap<RolloutResult, ChartDescription>();

/** Described once for each state of a run, so that a redraw of the page leaves the picture alone. */
function curveOf(
  { request, change: { name } }: Asked,
  progress: RolloutProgress,
): ChartDescription {
  const { metrics } = request.release;
  const chart =
    curves.get(progress) ??
    operatingCurveChart({
      metric: name,
      normal: levelOf(metrics, name, 'baseline'),
      underTest: levelOf(metrics, name, 'canary'),
      curve: progress.curve,
      smallestCaught: progress.assessment?.smallestCaught,
    });
  curves.set(progress, chart);
  return chart;
}

function exposureOf(bad: RolloutResult): ChartDescription {
  const chart = exposures.get(bad) ?? exposureChart(bad);
  exposures.set(bad, chart);
  return chart;
}

/** Pictures and tables of what launches come to. */
export function resultsView(context: ViewContext): TemplateResult | typeof nothing {
  const { progress } = context.state.run;
  const { asked } = context;
  if (progress === null || asked === null) return nothing;
  const { curve, bad, good, assessment } = progress;
  return html`<section class="outcomes" aria-label=${texts.outcomes}>
    <div class="charts">
      ${curve.length < 2 ? nothing : chartView(context, curveOf(asked, progress))}
      ${bad === null ? nothing : chartView(context, exposureOf(bad))}
    </div>
    ${bad === null || good === null ? nothing : exactView(bad, good)}
    ${
      assessment === null
        ? nothing
        : foldView(context, {
            id: 'outcomes',
            title: texts.outcomes,
            body: reportTableView(outcomeTable(assessment)),
          })
    }
  </section>`;
}

function reportTableView({ title, columns, rows }: ReportTable): TemplateResult {
  return tableView({ columns: columns.map((one) => one || texts.outcome), rows }, title);
}

/** What formulas say beside what was simulated: two ways to the same number. */
function exactView(bad: RolloutResult, good: RolloutResult): TemplateResult {
  const rows = [
    [texts.underTest, bad],
    [texts.good, good],
  ] as const;
  const known = rows.flatMap(([label, { closedForm, outcomes, standardErrors }]) => {
    const simulated = outcomes.probabilityOfRollback;
    const error = standardErrors.probabilityOfRollback ?? 0;
    if (closedForm === null || simulated === null) return [];
    const apart = error > 0 ? Math.abs(simulated - closedForm.rollback) / error : 0;
    return [
      [
        label,
        chanceText(closedForm.rollback),
        `${chanceText(simulated)} ± ${chanceText(error)}`,
        error > 0 ? `${formatDecimal(apart, 2)} standard errors` : '-',
      ],
    ];
  });
  const formula = bad.closedForm?.formula;
  return html`<section class="exact" aria-labelledby="exact-title">
    <h3 id="exact-title">${texts.exact}</h3>
    ${
      known.length === 0
        ? html`<p class="why">${texts.noExact}</p>`
        : html`${tableView({ columns: texts.exactColumns, rows: known }, texts.exactTable)}
            ${formula === undefined ? nothing : html`<p class="why">${formula}</p>`}`
    }
  </section>`;
}
