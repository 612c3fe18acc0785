import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ViewContext } from './viewContext';

/** A part that people fold out; the panel remembers it. */
export function foldView(
  { state, actions }: ViewContext,
  {
    id,
    title,
    of = '',
    body,
  }: { readonly id: string; readonly title: string; readonly of?: string; readonly body: unknown },
): TemplateResult {
  return html`<details
    class="fold"
    id=${`fold-${id}`}
    ?open=${state.own.open.includes(id)}
    @toggle=${(event: Event) =>
      actions.toggle(id, (event.currentTarget as HTMLDetailsElement).open)}
  >
    <summary>
      ${title}${of === '' ? nothing : html`<span class="visually-hidden">: ${of}</span>`}
    </summary>
    ${body}
  </details>`;
}
