import { html, nothing, type TemplateResult } from 'lit/html.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Plan } from '../../../src/core/experiment/plan/planSchema';
import type { SimulationResult } from '../../../src/core/simulate/simulationResult';
import { simulationCharts } from '../../../src/core/report/simulation/charts/simulationCharts';
import type { ChartDescription } from '../../../src/core/report/chart/chartDescription';
import { parseNumber, rangeInWords, type NumberFormat } from '../fields/numberFormat';
import { countOf } from '../../../src/core/report/countOf';
import { formatCount } from '../../../src/core/report/formatNumber';
import { probability } from '../../../src/core/report/numberWords';
import { replicationsFormat, seedFormat } from '../fields/runFields';
import { runNumbers, simulatedPart } from '../simulationActions';
import type { AskedRun, DrawnRun } from '../state';
import { simulationTexts as texts } from '../texts';
import { button, textField } from '../ui';
import { chartView } from './chartView';
import { noteIcon } from './icons';
import type { ViewContext } from './viewContext';

interface OwnField {
  readonly id: string;
  readonly words: { readonly label: string; readonly why: string };
  readonly format: NumberFormat;
  readonly value: string;
  readonly onInput: (text: string) => void;
}

function ownFieldView({ id, words, format, value, onInput }: OwnField): TemplateResult {
  const parsed = parseNumber(value, format);
  const error = parsed.kind === 'invalid' ? parsed.message : '';
  return html`<div class="own-field">
    <label for=${id}>${words.label}</label>
    ${textField({
      id,
      name: words.label,
      description: [error, words.why, rangeInWords(format)].filter(Boolean).join('. '),
      value,
      invalid: error !== '',
      readonly: false,
      numeric: true,
      unit: null,
      onInput,
      onCommit: () => {},
    })}
    ${error === '' ? nothing : html`<p class="error">${error}</p>`}
  </div>`;
}

function controlsView({ state, simulation }: ViewContext): TemplateResult {
  const { own } = state;
  const running = state.simulation.kind === 'running';
  return html`<div class="run">
    ${ownFieldView({
      id: 'seed',
      words: texts.seed,
      format: seedFormat,
      value: own.seed,
      onInput: simulation.typeSeed,
    })}
    ${ownFieldView({
      id: 'replications',
      words: texts.replications,
      format: replicationsFormat,
      value: own.replications,
      onInput: simulation.typeReplications,
    })}
    <div class="commands">
      ${button({
        id: 'run',
        label: running ? texts.runAgain : texts.run,
        look: 'primary',
        disabled: runNumbers(own) === null,
        onClick: simulation.run,
      })}
      ${
        running
          ? button({
              id: 'cancel',
              label: texts.cancel,
              look: 'secondary',
              onClick: simulation.cancel,
            })
          : nothing
      }
      ${button({ id: 'new-seed', label: texts.newSeed, look: 'secondary', onClick: simulation.newSeed })}
    </div>
  </div>`;
}

/** The way on from where a run of this plan stopped. */
function goOnView(
  { simulation }: ViewContext,
  plan: Plan,
  { request, checkpoint }: AskedRun,
): TemplateResult | typeof nothing {
  if (checkpoint === null || simulatedPart(plan) !== simulatedPart(request.plan)) return nothing;
  return button({ id: 'go-on', label: texts.goOn, look: 'secondary', onClick: simulation.goOn });
}

function stoppedWords({ request, result, closed }: DrawnRun): string {
  const done = result?.replications.done ?? 0;
  if (done === 0) return texts.cancelledAtOnce;
  const words = closed ? texts.closedAfter : texts.cancelledAfter;
  return words(formatCount(done), formatCount(request.replications));
}

function progressView(context: ViewContext, plan: Plan): TemplateResult | typeof nothing {
  const { simulation: state } = context.state;
  if (state.kind === 'cancelled') {
    return html`<div class="progress">
      <p class="note">${stoppedWords(state)}</p>
      ${goOnView(context, plan, state)}
    </div>`;
  }
  if (state.kind !== 'running') return nothing;
  const planned = state.request.replications;
  const done = state.result?.replications.done ?? 0;
  return html`<div class="progress">
    <progress aria-label=${texts.progress} max=${planned} .value=${done}></progress>
    <span>${texts.progressOf(formatCount(done), formatCount(planned))}</span>
  </div>`;
}

function verdictView({ agrees, standardErrorsApart }: SimulationResult): TemplateResult {
  const apart = standardErrorsApart.toFixed(1);
  return agrees
    ? html`<p class="verdict agrees">${noteIcon('agrees')}<span>${texts.agrees(apart)}</span></p>`
    : html`<p class="verdict differs">${noteIcon('error')}<span>${texts.differs(apart)}</span></p>`;
}

function numbersView(result: SimulationResult, { unit }: Plan, running: boolean): TemplateResult {
  const { power, formulaPower, unitsDrawn, days, seed, replications } = result;
  const { low, high } = power.interval;
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
      </div>
    </dl>
    ${verdictView(result)}
    <p class="quiet">${drawn}</p>`;
}

const charts = new WeakMap<SimulationResult, readonly ChartDescription[]>();

/** Described once for each result, so that a redraw of the page leaves the pictures alone. */
function chartsOf(result: SimulationResult, plan: Plan): readonly ChartDescription[] {
  const described = charts.get(result) ?? simulationCharts(plan, result);
  charts.set(result, described);
  return described;
}

function resultView(context: ViewContext, plan: Plan): TemplateResult | typeof nothing {
  const { simulation } = context.state;
  if (simulation.kind === 'idle') return nothing;
  if (simulation.kind === 'failed') {
    return html`<p class="error">${noteIcon('error')}<span>${simulation.message}</span></p>
      ${goOnView(context, plan, simulation)}`;
  }
  const { result, request } = simulation;
  if (result === null || result.replications.done === 0) return nothing;
  const running = simulation.kind === 'running';
  const outdated = simulatedPart(plan) !== simulatedPart(request.plan);
  return html`<div class="result ${outdated ? 'outdated' : ''}">
    ${outdated ? html`<p class="note">${noteIcon('warning')}<span>${texts.outdated}</span></p>` : nothing}
    ${numbersView(result, request.plan, running)}
    ${
      running && context.still
        ? nothing
        : html`<div class="charts">
            ${repeat(
              chartsOf(result, request.plan),
              ({ id }) => id,
              (chart) => chartView(context, chart),
            )}
          </div>`
    }
  </div>`;
}

/** Seed, replications, run and cancel, and what came of it. */
export function simulationView(context: ViewContext, plan: Plan): TemplateResult {
  return html`<section class="simulation" aria-labelledby="simulation-title">
    <h2 id="simulation-title">${texts.title}</h2>
    <p class="why">${texts.explanation}</p>
    ${controlsView(context)} ${progressView(context, plan)} ${resultView(context, plan)}
  </section>`;
}
