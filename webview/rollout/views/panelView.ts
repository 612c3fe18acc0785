import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Diagnostic } from '../../../src/core/model/diagnostic';
import type { RolloutSnapshot } from '../../../src/protocol/rolloutPanel';
import { button, choice, linkButton } from '../../simulator/ui';
import { noteIcon } from '../../simulator/views/icons';
import { rolloutOf } from '../asked';
import { panelTexts as texts } from '../texts';
import { answerView } from './answerView';
import { askedView } from './askedView';
import { filmView } from './filmView';
import { handlesView } from './handlesView';
import { resultsView } from './resultsView';
import { strategiesView } from './strategiesView';
import { timelineView } from './timelineView';
import type { ViewContext } from './viewContext';

function diagnosticsView({ actions }: ViewContext, diagnostics: readonly Diagnostic[]) {
  if (diagnostics.length === 0) return nothing;
  return html`<section class="notes" aria-label=${texts.notes}>
    <ul class="diagnostics">
      ${diagnostics.map(
        ({ severity, message, span }) =>
          html`<li class=${`severity-${severity}`}>
            ${noteIcon(severity)}
            <span
              ><span class="visually-hidden">${texts.severities[severity]}: </span>${linkButton({
                label: texts.line(span.start.line + 1),
                onClick: () => actions.post({ kind: 'open-as-text', position: span.start }),
              })}: ${message}</span
            >
          </li>`,
      )}
    </ul>
  </section>`;
}

function headerView(context: ViewContext, snapshot: RolloutSnapshot): TemplateResult {
  const { actions, state } = context;
  const rollout = rolloutOf(state);
  const place = rollout?.places[0]?.start ?? null;
  const format = snapshot.formatNames[rollout?.format ?? ''] ?? '';
  return html`<header>
    <h1>${rollout === null ? texts.nothing : texts.title(rollout.name)}</h1>
    <p class="quiet">
      ${format === '' ? nothing : html`${format} · `}${snapshot.fileName} ·
      ${linkButton({
        label: texts.openAsText,
        onClick: () => actions.post({ kind: 'open-as-text', position: place }),
      })}
      ${snapshot.editable ? nothing : html` · ${texts.readOnly}`}
    </p>
    <div class="commands">
      ${(['undo', 'redo'] as const).map((kind) =>
        button({
          id: kind,
          label: texts[kind],
          look: 'secondary',
          disabled: !(kind === 'undo' ? snapshot.canUndo : snapshot.canRedo),
          onClick: () => actions.move(kind),
        }),
      )}
      ${snapshot.rollouts.length < 2 ? nothing : whichView(context, snapshot)}
    </div>
    ${
      state.notice === null
        ? nothing
        : html`<p class="error notice">${noteIcon('error')}<span>${state.notice}</span></p>`
    }
  </header>`;
}

function whichView({ state, actions }: ViewContext, { rollouts }: RolloutSnapshot): TemplateResult {
  return html`<div class="which">
    <label for="which">${texts.which}</label>
    ${choice({
      id: 'which',
      name: texts.which,
      description: texts.whichWhy,
      value: String(state.own.rollout),
      invalid: false,
      readonly: false,
      choices: rollouts.map(({ name }, i) => ({ value: String(i), label: name })),
      onChoose: (value) => actions.ask({ rollout: Number(value) }),
    })}
  </div>`;
}

function bodyView(context: ViewContext): TemplateResult {
  const { snapshot } = context.state;
  if (snapshot === null) return html`<p class="quiet">${texts.loading}</p>`;
  const isNothing = snapshot.rollouts.length === 0;
  return html`${headerView(context, snapshot)} ${diagnosticsView(context, snapshot.diagnostics)}
  ${
    isNothing
      ? html`<p>${texts.nothingWhy}</p>`
      : html`${answerView(context)} ${timelineView(context)}
          <div class="columns">
            <section class="plan" aria-label=${texts.inputs}>
              ${askedView(context)} ${handlesView(context)}
            </section>
            <div class="results">
              ${resultsView(context)} ${filmView(context)} ${strategiesView(context)}
            </div>
          </div>`
  }`;
}

/** The whole panel. */
export function panelView(context: ViewContext): TemplateResult {
  return html`<main>${bodyView(context)}</main>
    <div class="visually-hidden" role="status" aria-live="polite">
      ${context.state.announcement}
    </div>`;
}
