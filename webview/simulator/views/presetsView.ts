import { html, type TemplateResult } from 'lit/html.js';
import { presets } from '../fields/presets';
import { presetTexts as texts } from '../fields/texts';
import { button } from '../ui';
import { foldView } from './foldView';
import type { ViewContext } from './viewContext';

/** Usual plans to start from. */
export function presetsView(context: ViewContext): TemplateResult {
  const { state, fields } = context;
  return foldView(context, {
    id: 'presets',
    title: texts.title,
    body: html`<div>
      <p class="why">${texts.why}</p>
      <div class="commands">
        ${presets.map(({ id, label, edits }) =>
          button({
            id: `preset-${id}`,
            label,
            look: 'secondary',
            disabled: !state.snapshot?.editable,
            onClick: () => fields.change(edits),
          }),
        )}
      </div>
    </div>`,
  });
}
