import { html, nothing, type TemplateResult } from 'lit/html.js';
import { formatCount, formatDecimal } from '../../../src/core/report/formatNumber';
import { probability } from '../../../src/core/report/numberWords';
import type { Plan } from '../../../src/core/experiment/plan/planSchema';
import { errorFormat, replicationsFormat, seedFormat } from '../fields/runFields';
import { askedOf, shownResult, simulatedPart } from '../simulationActions';
import type { AskedRun, DrawnRun } from '../state';
import { simulationTexts as texts } from '../texts';
import { button } from '../ui';
import { ownFieldView } from './ownFieldView';
import type { ViewContext } from './viewContext';

function inputsView({ state: { own }, simulation }: ViewContext): TemplateResult {
  return html`${ownFieldView({
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
  ${ownFieldView({
    id: 'error',
    words: texts.error,
    format: errorFormat,
    value: own.error,
    whenEmpty: texts.noError,
    onInput: simulation.typeError,
  })}`;
}

function commandsView({ state, simulation }: ViewContext, plan: Plan): TemplateResult {
  const running = state.simulation.kind === 'running';
  return html`<div class="commands">
    ${button({
      id: 'run',
      label: running ? texts.runAgain : texts.run,
      look: 'primary',
      disabled: askedOf(state.own, plan) === null,
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
  </div>`;
}

/** The way on from where a run of this plan stopped. */
export function goOnView(
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

function progressView(context: ViewContext, plan: Plan): TemplateResult {
  const { simulation: state } = context.state;
  switch (state.kind) {
    case 'idle':
      return html`<p class="quiet">${texts.idle}</p>`;
    case 'failed':
      return html`<p class="quiet">${texts.failed}</p>`;
    case 'cancelled':
      return html`<p class="note">${stoppedWords(state)}</p>
        ${goOnView(context, plan, state)}`;
    case 'finished': {
      const { done, planned } = state.result?.replications ?? { done: 0, planned: 0 };
      const words =
        done < planned ? texts.enough(formatCount(done)) : texts.allDone(formatCount(done));
      return html`<span>${words}</span>`;
    }
    case 'running': {
      const planned = state.request.replications;
      const done = state.result?.replications.done ?? 0;
      return html`<progress aria-label=${texts.progress} max=${planned} .value=${done}></progress>
        <span>${texts.progressOf(formatCount(done), formatCount(planned))}</span>`;
    }
  }
}

/** The number so far with its error: what changes while it runs. */
function soFarView({ state }: ViewContext): TemplateResult | typeof nothing {
  const shown = shownResult(state.simulation);
  if (shown === null) return nothing;
  const { estimate, standardError } = shown.result.power;
  return html`<span class="so-far">
    ${texts.soFarPower(probability(estimate, 2), formatDecimal(196 * standardError, 2))}
  </span>`;
}

/** How the run stands and everything it is a function of besides the plan: always in sight. */
export function runView(context: ViewContext, plan: Plan): TemplateResult {
  return html`<section class="run" aria-label=${texts.runTitle}>
    <div class="status">${soFarView(context)}
      <div class="progress">${progressView(context, plan)}</div>
    </div>
    <div class="run-inputs">${inputsView(context)} ${commandsView(context, plan)}</div>
  </section>`;
}
