import { html, type TemplateResult } from 'lit/html.js';
import type { ViewContext } from './viewContext';

/** A part that people fold out; the panel remembers it. */
export function foldView(
  { state, toggle }: ViewContext,
  { id, title, body }: { readonly id: string; readonly title: string; readonly body: unknown },
): TemplateResult {
  return html`<details
    class="fold"
    id=${`fold-${id}`}
    ?open=${state.own.open.includes(id)}
    @toggle=${(event: Event) => toggle(id, (event.currentTarget as HTMLDetailsElement).open)}
  >
    <summary>${title}</summary>
    ${body}
  </details>`;
}
