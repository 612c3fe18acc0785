import { html, nothing, type TemplateResult } from 'lit/html.js';

interface FoldContext {
  readonly state: { readonly own: { readonly open: readonly string[] } };
  readonly toggle: (id: string, open: boolean) => void;
}

export interface FoldOptions {
  readonly id: string;
  readonly title: string;
  /** What it belongs to, for those who do not see where it stands. */
  readonly of?: string;
  readonly body: unknown;
}

/** A part that people fold out; the panel remembers it. */
export function foldView(
  { state, toggle }: FoldContext,
  { id, title, of = '', body }: FoldOptions,
): TemplateResult {
  return html`<details
    class="fold"
    id=${`fold-${id}`}
    ?open=${state.own.open.includes(id)}
    @toggle=${(event: Event) => toggle(id, (event.currentTarget as HTMLDetailsElement).open)}
  >
    <summary>
      ${title}${of === '' ? nothing : html`<span class="visually-hidden">: ${of}</span>`}
    </summary>
    ${body}
  </details>`;
}
