import { escapeMarkdown } from './escapeMarkdown';

/** Sentences below a title, an empty line before it; nothing where there are none. */
export function markdownNotes(title: string, items: readonly string[]): readonly string[] {
  if (items.length === 0) return [];
  return ['', `### ${title}`, '', ...items.map((item) => `- ${escapeMarkdown(item)}`)];
}
