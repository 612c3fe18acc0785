import { html, nothing, type TemplateResult } from 'lit/html.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Plan } from '../../../src/core/experiment/plan/planSchema';
import type { PanelSnapshot } from '../../../src/protocol/panel';
import { groupSentence } from '../fields/groupSentences';
import { planFields } from '../fields/planFields';
import { errorTexts, panelTexts as texts } from '../texts';
import { linkButton } from '../ui';
import { answerView, detailsView } from './answerView';
import { compareView } from './compareView';
import { diagnosticsView, errorsView } from './errorsView';
import { groupView } from './fieldView';
import { noteIcon } from './icons';
import { presetsView } from './presetsView';
import { questionView } from './questionView';
import { runView } from './runView';
import { reportView } from './reportView';
import { simulationView } from './simulationView';
import type { ViewContext } from './viewContext';

function headerView({ post }: ViewContext, snapshot: PanelSnapshot, plan: Plan): TemplateResult {
  return html`<header>
    <h1>${texts.title(plan.flag)}</h1>
    <p class="quiet">
      ${snapshot.flagSummary === null ? nothing : html`${snapshot.flagSummary} · `}${snapshot.fileName}
      ·
      ${linkButton({
        label: texts.openAsText,
        onClick: () => post({ kind: 'open-as-text', position: null }),
      })}
      ${snapshot.editable ? nothing : html`· ${texts.readOnly}`}
    </p>
  </header>`;
}

function noticeView(notice: string | null): TemplateResult | typeof nothing {
  if (notice === null) return nothing;
  return html`<p class="error notice">${noteIcon('error')}<span>${notice}</span></p>`;
}

function planView(context: ViewContext, snapshot: PanelSnapshot, plan: Plan): TemplateResult {
  const { diagnostics } = snapshot;
  return html`${headerView(context, snapshot, plan)} ${noticeView(context.state.notice)}
    ${
      diagnostics.length === 0
        ? nothing
        : html`<section class="notes" aria-label=${errorTexts.notes}>
            ${diagnosticsView(context, diagnostics)}
          </section>`
    }
    <div class="columns">
      ${answerView(context, plan)}
      <section class="plan" aria-label=${texts.plan}>
        ${presetsView(context)} ${questionView(context, plan)}
        ${repeat(
          planFields(plan),
          ({ id }) => id,
          (group) => groupView(context, group, groupSentence(plan, group.id)),
        )}
      </section>
      <div class="results">${detailsView(context, plan)} ${simulationView(context, plan)}
        ${reportView(context)} ${compareView(context, plan)}</div>
    </div>
    ${runView(context, plan)}`;
}

function bodyView(context: ViewContext): TemplateResult {
  const { snapshot } = context.state;
  if (snapshot === null) return html`<p class="quiet">${texts.loading}</p>`;
  return snapshot.plan === null
    ? errorsView(context, snapshot)
    : planView(context, snapshot, snapshot.plan);
}

/** The whole panel. */
export function panelView(context: ViewContext): TemplateResult {
  return html`<main>${bodyView(context)}</main>
    <div class="visually-hidden" role="status" aria-live="polite">
      ${context.state.announcement}
    </div>`;
}
