import { html, nothing, type TemplateResult } from 'lit/html.js';
import { rolloutFacts } from '../../../src/core/rollout/report/rolloutTables';
import { button } from '../../simulator/ui';
import { noteIcon } from '../../simulator/views/icons';
import { sentenceOf } from '../actions';
import { panelTexts, resultTexts as texts } from '../texts';
import { foldView } from './foldView';
import type { ViewContext } from './viewContext';

/** The answer in a sentence, what follows from it, and how the simulation stands. */
export function answerView(context: ViewContext): TemplateResult {
  const { state, asked } = context;
  const { progress } = state.run;
  const assessment = progress?.assessment ?? null;
  const sentence = sentenceOf(state, progress?.bad ?? null);
  return html`<section class="answer" aria-label=${panelTexts.answer}>
    <p class="sentence" id="answer">${sentence === '' && state.run.kind === 'running' ? texts.running : sentence}</p>
    ${runView(context)}
    ${
      assessment === null
        ? nothing
        : html`<ul class="said">
            ${rolloutFacts(assessment).map((fact) => html`<li>${fact}</li>`)}
          </ul>`
    }
    ${
      asked === null
        ? nothing
        : foldView(context, {
            id: 'assumptions',
            title: panelTexts.assumptions,
            body: html`<ul>
              <li>${asked.request.traffic.requestsPerSecond} requests a second</li>
              ${asked.assumptions.map((one) => html`<li>${one}</li>`)}
            </ul>`,
          })
    }
  </section>`;
}

function runView({ state, actions }: ViewContext): TemplateResult | typeof nothing {
  const { run } = state;
  switch (run.kind) {
    case 'running':
      return html`<div class="progress">
        <progress aria-label=${texts.running}></progress>
        <span>${texts.running}</span>
        ${button({
          id: 'cancel',
          label: texts.cancel,
          look: 'secondary',
          onClick: actions.cancel,
        })}
      </div>`;
    case 'cancelled':
    case 'failed':
      return html`<div class="progress">
        ${noteIcon(run.kind === 'failed' ? 'error' : 'information')}
        <span>${run.kind === 'failed' ? run.message : texts.cancelled}</span>
        ${button({ id: 'run', label: texts.run, look: 'secondary', onClick: actions.start })}
      </div>`;
    default:
      return nothing;
  }
}
