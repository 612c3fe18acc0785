import { html, nothing, type TemplateResult } from 'lit/html.js';
import { textField } from '../../simulator/ui';
import { inputError } from '../asked';
import { inputTexts as texts } from '../texts';
import type { ViewContext } from './viewContext';

type Key = 'release' | 'traffic' | 'launches' | 'seed';

const inputs: readonly {
  readonly key: Key;
  readonly label: string;
  readonly why: string;
  readonly numeric: boolean;
}[] = [
  { key: 'release', label: texts.release, why: texts.releaseWhy, numeric: false },
  { key: 'traffic', label: texts.traffic, why: texts.trafficWhy, numeric: true },
  { key: 'launches', label: texts.launches, why: '', numeric: true },
  { key: 'seed', label: texts.seed, why: '', numeric: true },
];

/** The panel's own inputs: what is asked of the rollout. None of them stands in the file. */
export function askedView({ state, actions }: ViewContext): TemplateResult {
  const { own } = state;
  return html`<section class="group" aria-labelledby="group-asked">
    <h2 id="group-asked">${texts.title}</h2>
    ${inputs.map(({ key, label, why, numeric }) => {
      const error = inputError(key, own);
      return html`<div class="field line">
        <div class="words">
          <label for=${key}>${label}</label>
          ${why === '' ? nothing : html`<p class="why">${why}</p>`}
        </div>
        <div class="entry">
          ${textField({
            id: key,
            name: label,
            description: [...(error === null ? [] : [error]), why].filter(Boolean).join(' '),
            value: own[key],
            invalid: error !== null,
            readonly: false,
            numeric,
            unit: null,
            onInput: (text) => actions.ask({ [key]: text }),
            onCommit: () => undefined,
          })}
          ${error === null ? nothing : html`<p class="error">${error}</p>`}
        </div>
      </div>`;
    })}
  </section>`;
}
