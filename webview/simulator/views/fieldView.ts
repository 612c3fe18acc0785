import { html, nothing, type TemplateResult } from 'lit/html.js';
import { repeat } from 'lit/directives/repeat.js';
import type { FieldCommand, FieldGroup, FieldRow, PlanField } from '../fields/planField';
import type { Draft } from '../state';
import { fieldTexts as texts } from '../texts';
import { button, choice, textArea, textField } from '../ui';
import { foldView } from './foldView';
import type { ViewContext } from './viewContext';

/** What must be said about a typed text: why it was not taken, or that the file has changed behind it. */
interface Message {
  readonly kind: 'error' | 'note';
  readonly text: string;
}

function messageOf(field: PlanField, draft: Draft | undefined): Message | null {
  if (draft?.error) return { kind: 'error', text: draft.error };
  if (draft === undefined || draft.sent !== null || draft.before === field.text) return null;
  return { kind: 'note', text: texts.fileSays(field.text === '' ? texts.nothing : field.text) };
}

/** What stands under a field. Where both fit a line, the value's meaning; while it has the focus, what it takes. */
function underView(field: PlanField, message: Message | null): TemplateResult | typeof nothing {
  const { meaning, range } = field;
  if (message !== null) return html`<p class=${message.kind}>${message.text}</p>`;
  if (meaning === '' && range === '') return nothing;
  if (meaning === '' || range === '') return html`<p class="hint">${meaning}${range}</p>`;
  return html`<p class="hint two"><span>${meaning}</span><span class="range">${range}</span></p>`;
}

function controlView(context: ViewContext, field: PlanField, draft: Draft | undefined) {
  const { state, fields } = context;
  const message = messageOf(field, draft);
  const unit = field.control.kind === 'line' ? field.control.unit : null;
  const description = [
    ...(message === null ? [] : [message.text]),
    ...(unit ? [unit] : []),
    field.why,
    field.range,
    field.meaning,
  ].filter((part) => part !== '');
  const options = {
    id: field.id,
    name: field.name,
    description: description.join('. '),
    value: draft?.text ?? field.text,
    invalid: typeof draft?.error === 'string',
    readonly: !state.snapshot?.editable,
    onInput: (text: string) => fields.type(field, text),
    onCommit: () => fields.commit(field.id),
  };
  switch (field.control.kind) {
    case 'line':
      return textField({ ...options, numeric: field.control.numeric, unit });
    case 'text':
      return textArea(options);
    case 'choice':
      return choice({
        ...options,
        choices: field.control.choices,
        onChoose: (value) => fields.choose(field, value),
      });
  }
}

function fieldView(context: ViewContext, field: PlanField): TemplateResult {
  const draft = context.state.drafts.get(field.id);
  const message = messageOf(field, draft);
  return html`<div class="field ${field.control.kind}">
    <div class="words">
      <label for=${field.id}>${field.label}</label>
      <p class="why">${field.why}</p>
    </div>
    <div class="entry">${controlView(context, field, draft)} ${underView(field, message)}</div>
  </div>`;
}

function commandView({ state, fields }: ViewContext, command: FieldCommand): TemplateResult {
  return button({
    id: command.id,
    label: command.label,
    name: command.name,
    look: 'secondary',
    disabled: !state.snapshot?.editable,
    onClick: () => fields.change(command.edits),
  });
}

function rowView(context: ViewContext, row: FieldRow): TemplateResult {
  const fields = repeat(
    row.fields,
    ({ id }) => id,
    (field) => fieldView(context, field),
  );
  const commands = row.commands.map((command) => commandView(context, command));
  return row.fields.length > 1
    ? html`<div class="row" role="group" aria-label=${row.fields[0]?.label ?? ''}>
        ${fields}${commands.length > 0 ? html`<div class="commands">${commands}</div>` : nothing}
      </div>`
    : html`${fields}${commands}`;
}

/** What few plans need, folded away; what is in use there is told. */
function moreView(context: ViewContext, { id, title, more = [] }: FieldGroup) {
  if (more.length === 0) return nothing;
  return foldView(context, {
    id: `more-${id}`,
    title: texts.more,
    of: title,
    body: html`<div>
      ${repeat(
        more,
        (row) => row.id,
        (row) => rowView(context, row),
      )}
    </div>`,
  });
}

/** A group of inputs under its heading, and what it says now. */
export function groupView(
  context: ViewContext,
  group: FieldGroup,
  sentence: string,
): TemplateResult {
  const heading = `group-${group.id}`;
  return html`<section class="group" aria-labelledby=${heading}>
    <h2 id=${heading}>${group.title}</h2>
    ${sentence === '' ? nothing : html`<p class="says">${sentence}</p>`}
    ${group.note === '' ? nothing : html`<p class="why">${group.note}</p>`}
    ${repeat(
      group.rows,
      ({ id }) => id,
      (row) => rowView(context, row),
    )}
    ${moreView(context, group)}
    ${
      group.commands.length > 0
        ? html`<div class="commands">
            ${group.commands.map((command) => commandView(context, command))}
          </div>`
        : nothing
    }
  </section>`;
}
