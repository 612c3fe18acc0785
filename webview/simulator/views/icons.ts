import { svg, html, type TemplateResult } from 'lit/html.js';
import type { QuantityRole } from '../fields/questionWords';
import type { Severity } from '../../../src/core/model/diagnostic';

type Icon = Severity | 'agrees';

/** Shapes of their own, so that colour is never the only sign. Drawn here: the panel loads no icon font. */
const shapes: Readonly<Record<Icon, TemplateResult>> = {
  error: svg`<path d="M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13Zm0 1a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11ZM5.6 4.9 8 7.3l2.4-2.4.7.7L8.7 8l2.4 2.4-.7.7L8 8.7l-2.4 2.4-.7-.7L7.3 8 4.9 5.6l.7-.7Z" />`,
  warning: svg`<path d="M8 1.6 15.2 14H.8L8 1.6Zm0 2L2.5 13h11L8 3.6ZM7.5 6.5h1V10h-1V6.5Zm0 4.5h1v1h-1v-1Z" />`,
  information: svg`<path d="M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13Zm0 1a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11ZM7.5 7h1v4.5h-1V7Zm0-2.5h1v1.2h-1V4.5Z" />`,
  agrees: svg`<path d="M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13Zm0 1a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11Zm3 3 .7.7-4.5 4.6L4.5 8l.7-.7 2 2L11 5.5Z" />`,
};

/** A 16-pixel sign before a message. The words beside it say the same. */
export function noteIcon(icon: Icon): TemplateResult {
  return html`<svg
    class="icon ${icon}"
    viewBox="0 0 16 16"
    width="16"
    height="16"
    aria-hidden="true"
  >
    ${shapes[icon]}
  </svg>`;
}

const lockShapes: Readonly<Record<QuantityRole, TemplateResult>> = {
  given: svg`<path d="M4.5 7V5a3.5 3.5 0 0 1 7 0v2H13v7H3V7h1.5Zm1 0h5V5a2.5 2.5 0 0 0-5 0v2ZM4 8v5h8V8H4Z" />`,
  computed: svg`<path d="M3 5.5h10v1.2H3V5.5Zm0 4h10v1.2H3V9.5Z" />`,
  follows: svg`<path d="M9.2 3.8 13.4 8l-4.2 4.2-.8-.8 2.8-2.8H2.5V7.4h8.7L8.4 4.6l.8-.8Z" />`,
};

/** A closed lock for what is given, an equals sign for what is computed, an arrow for what follows. */
export function lockIcon(role: QuantityRole): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
    ${lockShapes[role]}
  </svg>`;
}
