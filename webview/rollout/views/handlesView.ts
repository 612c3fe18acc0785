import { html, nothing, type TemplateResult } from 'lit/html.js';
import { repeat } from 'lit/directives/repeat.js';
import type { RolloutHandle } from '../../../src/core/rollout/read/rolloutHandle';
import { textField } from '../../simulator/ui';
import { rolloutOf } from '../asked';
import { handleRange, handleText, handleUnit } from '../handleText';
import { panelTexts, timelineTexts } from '../texts';
import { foldView } from './foldView';
import type { ViewContext } from './viewContext';

/** Everything that can be changed in the file, each with an input. */
export function handlesView(context: ViewContext): TemplateResult | typeof nothing {
  const handles = rolloutOf(context.state)?.handles ?? [];
  const body =
    handles.length === 0
      ? html`<p class="why">${timelineTexts.frozen}</p>`
      : html`<p class="why">${panelTexts.settingsWhy}</p>
          ${repeat(
            handles,
            ({ id }) => id,
            (handle) => fieldView(context, handle),
          )}`;
  return html`<section class="group" aria-labelledby="group-handles">
    <h2 id="group-handles">${panelTexts.settings}</h2>
    ${
      handles.length > 12
        ? foldView(context, { id: 'settings', title: panelTexts.settings, body })
        : body
    }
  </section>`;
}

function fieldView({ state, actions }: ViewContext, handle: RolloutHandle): TemplateResult {
  const draft = state.drafts.get(handle.id);
  const id = `handle-${handle.id}`;
  const range = handleRange(handle);
  return html`<div class="field line">
    <div class="words"><label for=${id}>${handle.label}</label></div>
    <div class="entry">
      ${textField({
        id,
        name: handle.label,
        description: draft?.error ?? range,
        value: draft?.text ?? handleText(handle, handle.value),
        invalid: typeof draft?.error === 'string',
        readonly: state.snapshot?.editable !== true,
        numeric: handle.quantity !== 'duration',
        unit: handleUnit(handle),
        onInput: (text) => actions.type(handle, text),
        onCommit: () => actions.commit(handle),
      })}
      ${draft?.error ? html`<p class="error">${draft.error}</p>` : nothing}
    </div>
  </div>`;
}
