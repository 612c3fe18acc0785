import { html, nothing, type TemplateResult } from 'lit/html.js';
import { repeat } from 'lit/directives/repeat.js';
import type { ChartDescription } from '../../../src/core/report/chart/chartDescription';
import { countOf } from '../../../src/core/report/countOf';
import { formatCount } from '../../../src/core/report/formatNumber';
import { probability } from '../../../src/core/report/numberWords';
import type { ReportTable } from '../../../src/core/report/reportTable';
import { distinctRefinedPower } from '../../../src/core/report/simulation/distinctRefinedPower';
import { simulationCharts } from '../../../src/core/report/simulation/charts/simulationCharts';
import { simulationTables } from '../../../src/core/report/simulation/simulationTables';
import type { Plan } from '../../../src/core/experiment/plan/planSchema';
import type { SimulationResult } from '../../../src/core/simulate/simulationResult';
import { shownResult, simulatedPart } from '../simulationActions';
import type { ShownResult } from '../state';
import { rulesTexts, simulationTexts as texts } from '../texts';
import { chartView } from './chartView';
import { filmView } from './filmView';
import { foldView } from './foldView';
import { noteIcon } from './icons';
import { rulesView } from './rulesView';
import { goOnView } from './runView';
import { tableView } from './tableView';
import type { ViewContext } from './viewContext';

function verdictView(result: SimulationResult): TemplateResult {
  const { agrees, standardErrorsApart } = result;
  const apart = standardErrorsApart.toFixed(1);
  const said = distinctRefinedPower(result) === null ? texts.agrees : texts.agreesWithTest;
  return agrees
    ? html`<p class="verdict agrees">${noteIcon('agrees')}<span>${said(apart)}</span></p>`
    : html`<p class="verdict differs">${noteIcon('error')}<span>${texts.differs(apart)}</span></p>`;
}

function numbersView(result: SimulationResult, { unit }: Plan, running: boolean): TemplateResult {
  const { power, formulaPower, unitsDrawn, days, seed, replications, budget } = result;
  const { low, high } = power.interval;
  const refined = distinctRefinedPower(result);
  const drawn = texts.drawn(
    countOf(unitsDrawn, unit),
    countOf(days, 'day'),
    formatCount(replications.done),
    String(seed),
  );
  return html`<dl class="numbers">
      <div>
        <dt>
          ${texts.simulatedPower}${running ? html` <span class="quiet">${texts.soFar}</span>` : nothing}
        </dt>
        <dd id="simulated-power">${probability(power.estimate, 2)}</dd>
        <dd class="quiet">${texts.interval(probability(low, 2), probability(high, 2))}</dd>
      </div>
      <div>
        <dt>${texts.formulaPower}</dt>
        <dd id="formula-power">${probability(formulaPower, 2)}</dd>
        ${
          refined === null
            ? nothing
            : html`<dd class="quiet" id="refined-power">
                ${texts.refinedPower[refined.by](probability(refined.power, 2))}
              </dd>`
        }
      </div>
    </dl>
    ${verdictView(result)}
    ${
      budget === null
        ? nothing
        : html`<p class="note">${noteIcon('warning')}<span>${budget.message}</span></p>`
    }
    <p class="quiet">${drawn}</p>`;
}

/** What the simulation asks for beside what the formula does, and why where they differ. */
function neededView({ requiredSize }: SimulationResult): TemplateResult | typeof nothing {
  if (requiredSize === null) return nothing;
  const { units, interval, formulaUnits, agrees, reason } = requiredSize;
  const whole = (value: number | null, none: string): string =>
    value === null ? none : formatCount(Math.ceil(value));
  const { low, high } = interval;
  return html`<dl class="numbers">
      <div>
        <dt>${texts.needed}</dt>
        <dd id="simulated-size">${whole(units, texts.neededNone)}</dd>
        <dd class="quiet">
          ${texts.neededInterval(whole(low, texts.neededOpen), whole(high, texts.neededOpen))}
        </dd>
      </div>
      <div>
        <dt>${texts.neededFormula}</dt>
        <dd>${whole(formulaUnits, texts.neededNone)}</dd>
      </div>
    </dl>
    ${
      agrees
        ? html`<p class="note">${noteIcon('agrees')}<span>${texts.neededAgrees}</span></p>`
        : html`<p class="verdict differs" id="size-differs">
            ${noteIcon('error')}<span>${texts.neededDiffers(reason ?? '')}</span>
          </p>`
    }`;
}

const charts = new WeakMap<SimulationResult, readonly ChartDescription[]>();

/** Described once for each result, so that a redraw of the page leaves the pictures alone. */
function chartsOf({ result, request }: ShownResult): readonly ChartDescription[] {
  const described = charts.get(result) ?? simulationCharts(request.plan, result);
  charts.set(result, described);
  return described;
}

function picturesView(context: ViewContext, shown: ShownResult): TemplateResult {
  return html`<div class="charts">
    ${repeat(
      chartsOf(shown),
      ({ id }) => id,
      (chart) => (chart.id === 'film' ? filmView(context, shown) : chartView(context, chart)),
    )}
  </div>`;
}

const tables = new WeakMap<SimulationResult, readonly ReportTable[]>();

function tablesOf({ result, request }: ShownResult): readonly ReportTable[] {
  const made = tables.get(result) ?? simulationTables(request.plan, result);
  tables.set(result, made);
  return made;
}

/** The rules first, in sight; the others behind their titles. */
function tablesView(context: ViewContext, plan: Plan, shown: ShownResult): TemplateResult {
  const [rules, ...others] = tablesOf(shown);
  return html`<div class="tables">
    <h3>${rulesTexts.title}</h3>
    <p class="why">${rulesTexts.why}</p>
    ${rules === undefined ? nothing : tableView(rules, rules.title)} ${rulesView(context, plan)}
    ${others.map((table, i) =>
      foldView(context, {
        id: `numbers-${i}`,
        title: table.title,
        body: tableView(table, table.title),
      }),
    )}
  </div>`;
}

function resultView(context: ViewContext, plan: Plan): TemplateResult | typeof nothing {
  const { simulation } = context.state;
  if (simulation.kind === 'failed') {
    return html`<p class="error">${noteIcon('error')}<span>${simulation.message}</span></p>
      ${goOnView(context, plan, simulation)}`;
  }
  const shown = shownResult(simulation);
  if (shown === null) return nothing;
  const running = simulation.kind === 'running';
  const isOld = simulatedPart(plan) !== simulatedPart(shown.request.plan);
  const isStill = running && context.still;
  return html`<div class="result ${isOld ? 'outdated' : ''}">
    ${
      isOld
        ? html`<p class="note">
            ${noteIcon('warning')}<span>${running ? texts.restarting : texts.outdated}</span>
          </p>`
        : nothing
    }
    ${numbersView(shown.result, shown.request.plan, running)} ${neededView(shown.result)}
    ${isStill ? nothing : picturesView(context, shown)}
    ${isStill ? nothing : tablesView(context, plan, shown)}
  </div>`;
}

/** What came of the simulation: numbers, pictures, tables. */
export function simulationView(context: ViewContext, plan: Plan): TemplateResult {
  return html`<section class="simulation" aria-labelledby="simulation-title">
    <h2 id="simulation-title">${texts.title}</h2>
    <p class="why">${texts.explanation}</p>
    ${resultView(context, plan)}
  </section>`;
}
