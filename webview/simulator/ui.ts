import {
  provideVSCodeDesignSystem,
  vsCodeButton,
  vsCodeDropdown,
  vsCodeOption,
  vsCodeTextArea,
  vsCodeTextField,
  type Button,
  type Dropdown,
  type TextArea,
  type TextField,
} from '@vscode/webview-ui-toolkit';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { ref } from 'lit/directives/ref.js';

/**
 * The panel's controls. The only importer of the toolkit: to swap it, keep the functions below and the
 * element names, and change what they are made of.
 */
const prefix = 'flaglab';

/** Defines the controls' elements. Before the first render. */
export function registerControls(): void {
  provideVSCodeDesignSystem().register(
    vsCodeButton({ prefix }),
    vsCodeDropdown({ prefix }),
    vsCodeOption({ prefix }),
    vsCodeTextArea({ prefix }),
    vsCodeTextField({ prefix }),
  );
}

/** What every input is told. */
export interface InputOptions {
  readonly id: string;
  /** Accessible name. */
  readonly name: string;
  /** Read after the name: why it matters, range, meaning, error. */
  readonly description: string;
  readonly value: string;
  readonly invalid: boolean;
  /** May be read and copied, not changed. */
  readonly readonly: boolean;
}

export interface TextInputOptions extends InputOptions {
  /** With each key stroke. */
  readonly onInput: (text: string) => void;
  /** When people are done with it: Enter, Tab, a click elsewhere. */
  readonly onCommit: () => void;
}

/** Attributes for assistive technology go to the element that has the focus, inside the control's shadow. */
function describe(control: HTMLElement, { name, description, invalid }: InputOptions): void {
  control.setAttribute('aria-label', name);
  control.setAttribute('aria-description', description);
  if (invalid) control.setAttribute('aria-invalid', 'true');
  else control.removeAttribute('aria-invalid');
}

function editable(element: Element | undefined): element is TextField | TextArea {
  return element !== undefined && 'value' in element;
}

function setUp(element: Element | undefined, options: TextInputOptions, inputMode: string): void {
  if (!editable(element)) return;
  if (element.value !== options.value) element.value = options.value;
  // The toolkit names itself "Text field" when it is connected, and draws its input then.
  queueMicrotask(() => {
    const control: HTMLElement | undefined = element.control;
    if (control === undefined || !element.isConnected) return;
    element.setAttribute('aria-label', options.name);
    describe(control, options);
    control.setAttribute('autocomplete', 'off');
    control.setAttribute('inputmode', inputMode);
  });
}

function textHandlers({ onInput, onCommit }: TextInputOptions) {
  return {
    input: (event: Event) => {
      if (editable(event.currentTarget as Element)) {
        onInput((event.currentTarget as TextField | TextArea).value);
      }
    },
    enter: (event: KeyboardEvent) => {
      if (event.key === 'Enter' && !event.isComposing) onCommit();
    },
  };
}

/** One line of text; `unit` stands behind it. */
export function textField(
  options: TextInputOptions & { readonly numeric: boolean; readonly unit: string | null },
): TemplateResult {
  const { id, readonly, numeric, unit, onCommit } = options;
  const on = textHandlers(options);
  return html`<flaglab-text-field
    id=${id}
    class=${options.invalid ? 'invalid' : ''}
    ?readonly=${readonly}
    @input=${on.input}
    @change=${onCommit}
    @focusout=${onCommit}
    @keydown=${on.enter}
    ${ref((element) => setUp(element, options, numeric ? 'decimal' : 'text'))}
    >${unit ? html`<span slot="end" class="unit" aria-hidden="true">${unit}</span>` : nothing}</flaglab-text-field
  >`;
}

/** Several lines of text. */
export function textArea(options: TextInputOptions): TemplateResult {
  const { id, readonly, onCommit } = options;
  const on = textHandlers(options);
  return html`<flaglab-text-area
    id=${id}
    class=${options.invalid ? 'invalid' : ''}
    rows="2"
    resize="vertical"
    ?readonly=${readonly}
    @input=${on.input}
    @change=${onCommit}
    @focusout=${onCommit}
    ${ref((element) => setUp(element, options, 'text'))}
  ></flaglab-text-area>`;
}

export interface ChoiceOptions extends InputOptions {
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly onChoose: (value: string) => void;
}

function setUpChoice(element: Element | undefined, options: ChoiceOptions): void {
  if (element === undefined) return;
  const dropdown = element as Dropdown;
  describe(dropdown, options);
  // While its list is open, people are choosing: a redraw must not choose for them.
  const show = () => {
    if (!dropdown.open && dropdown.value !== options.value) dropdown.value = options.value;
  };
  show();
  queueMicrotask(show);
}

/** One of few. */
export function choice(options: ChoiceOptions): TemplateResult {
  const { id, readonly, choices, onChoose } = options;
  return html`<flaglab-dropdown
    id=${id}
    class=${options.invalid ? 'invalid' : ''}
    ?disabled=${readonly}
    @change=${(event: Event) => onChoose((event.currentTarget as Dropdown).value)}
    ${ref((element) => setUpChoice(element, options))}
  >
    ${choices.map(
      ({ value, label }) => html`<flaglab-option value=${value}>${label}</flaglab-option>`,
    )}
  </flaglab-dropdown>`;
}

export interface ButtonOptions {
  readonly id: string;
  readonly label: string;
  /** Accessible name, where the label alone does not say what it acts on. */
  readonly name?: string;
  readonly look: 'primary' | 'secondary';
  readonly disabled?: boolean;
  readonly onClick: () => void;
}

/** A button. */
export function button(options: ButtonOptions): TemplateResult {
  const { id, label, name = label, look, disabled = false, onClick } = options;
  return html`<flaglab-button
    id=${id}
    appearance=${look}
    aria-label=${name}
    ?disabled=${disabled}
    @click=${(event: Event) => {
      if (!(event.currentTarget as Button).disabled) onClick();
    }}
    >${label}</flaglab-button
  >`;
}

/** A button that reads like a link: for a place to go to, within a sentence. */
export function linkButton(options: {
  readonly label: string;
  readonly onClick: () => void;
}): TemplateResult {
  return html`<button
    type="button"
    class="link"
    @click=${options.onClick}
    .textContent=${options.label}
  ></button>`;
}
