import { html, type TemplateResult } from 'lit/html.js';
import type { Diagnostic, Severity } from '../../../src/core/model/diagnostic';
import type { PanelSnapshot } from '../../../src/protocol/panel';
import { errorTexts as texts, panelTexts } from '../texts';
import { button, linkButton } from '../ui';
import { noteIcon } from './icons';
import type { ViewContext } from './viewContext';

const order: readonly Severity[] = ['error', 'warning', 'information'];

/** Worst first, then from the top of the file. */
function sorted(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.toSorted(
    (a, b) =>
      order.indexOf(a.severity) - order.indexOf(b.severity) ||
      a.span.start.line - b.span.start.line ||
      a.span.start.column - b.span.start.column,
  );
}

/** What the file's reader has to say, each with its line to go to. */
export function diagnosticsView(
  { post }: ViewContext,
  diagnostics: readonly Diagnostic[],
): TemplateResult {
  return html`<ul class="diagnostics">
    ${sorted(diagnostics).map(
      ({ severity, message, span }) =>
        html`<li class=${`severity-${severity}`}>
          ${noteIcon(severity)}
          <span
            ><span class="visually-hidden">${texts.severities[severity]}: </span>${linkButton({
              label: texts.place(span.start.line + 1),
              onClick: () => post({ kind: 'open-as-text', position: span.start }),
            })}${texts.after(message)}</span
          >
        </li>`,
    )}
  </ul>`;
}

/** Instead of the plan: what is wrong with the file, and the way to mend it. Nothing here writes. */
export function errorsView(context: ViewContext, snapshot: PanelSnapshot): TemplateResult {
  return html`<div class="broken">
    <h1>${texts.title(snapshot.fileName)}</h1>
    <p>${texts.explanation}</p>
    ${diagnosticsView(context, snapshot.diagnostics)}
    ${button({
      id: 'open-as-text',
      label: panelTexts.openAsText,
      look: 'primary',
      onClick: () => context.post({ kind: 'open-as-text', position: null }),
    })}
  </div>`;
}
