import { html, nothing, type TemplateResult } from 'lit/html.js';
import { parseNumber, rangeInWords, type NumberFormat } from '../fields/numberFormat';
import { textField } from '../ui';

export interface OwnField {
  readonly id: string;
  readonly words: { readonly label: string; readonly why: string };
  readonly format: NumberFormat;
  readonly value: string;
  /** May be left empty, which means this. */
  readonly whenEmpty?: string;
  readonly onInput: (text: string) => void;
}

/** An input of the panel itself: what is typed counts at once, no file is written. */
export function ownFieldView(field: OwnField): TemplateResult {
  const { id, words, format, value, whenEmpty, onInput } = field;
  const isEmpty = whenEmpty !== undefined && value.trim() === '';
  const parsed = isEmpty ? null : parseNumber(value, format);
  const error = parsed?.kind === 'invalid' ? parsed.message : '';
  const range = [rangeInWords(format), ...(whenEmpty === undefined ? [] : [whenEmpty])].join('; ');
  return html`<div class="own-field">
    <label for=${id}>${words.label}</label>
    ${textField({
      id,
      name: words.label,
      description: [error, words.why, range].filter(Boolean).join('. '),
      value,
      invalid: error !== '',
      readonly: false,
      numeric: true,
      unit: format.unit === '' ? null : format.unit,
      onInput,
      onCommit: () => {},
    })}
    ${error === '' ? nothing : html`<p class="error">${error}</p>`}
  </div>`;
}
