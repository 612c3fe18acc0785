import { escapeHtml } from './escapeHtml';

/** Sentences as a list. */
export function htmlList(items: readonly string[]): string {
  return `<ul>\n${items.map((item) => `<li>${escapeHtml(item)}</li>`).join('\n')}\n</ul>`;
}
