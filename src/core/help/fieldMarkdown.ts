import type { FieldNode } from '../schema/fieldNode';
import { factsOf } from '../schema/fieldText';

function inlineCode(text: string): string {
  return text.includes('`') ? text : `\`${text}\``;
}

/** What a field means, as Markdown: title, description, value, unit, default, example. Contains nothing from the user's files. */
export function fieldMarkdown(key: string, field: FieldNode): string {
  const { help } = field;
  const title = help ? `**${help.title}** (${inlineCode(key)})` : `**${key}**`;
  const state = help?.reserved
    ? '*Nothing reads this yet: it is accepted, and changes no answer.*'
    : field.required
      ? '*Required.*'
      : null;
  const facts = factsOf(field, inlineCode).map((fact) => `- ${fact}`);
  return [title, help?.description, state, facts.join('\n')].filter(Boolean).join('\n\n');
}
