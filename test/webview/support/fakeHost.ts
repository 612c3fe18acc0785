import type { Page } from 'playwright-core';
import type { PlanEdit } from '../../../src/core/experiment/plan/planEdit';
import type { Plan } from '../../../src/core/experiment/plan/planSchema';
import type { Diagnostic } from '../../../src/core/model/diagnostic';
import type { HostToPanel, PanelSnapshot, PanelToHost } from '../../../src/protocol/panel';
import { applyEdits } from './applyEdits';

/** What VS Code does for a webview beside the messages. */
export type VsCodeEvent =
  { readonly kind: 'undo-key' } | { readonly kind: 'redo-key' } | { readonly kind: 'save-key' };

/** The other end of the protocol: a document with undo, as the extension's custom editor has one. */
export class FakeHost {
  readonly received: PanelToHost[] = [];
  readonly keys: VsCodeEvent['kind'][] = [];
  private past: Plan[] = [];
  private future: Plan[] = [];
  private version = 1;
  /** Said to the next edit instead of making it. */
  refuseNext: string | null = null;
  /** Answers to edits wait while this is set. */
  silent = false;
  diagnostics: readonly Diagnostic[] = [];
  broken = false;
  editable = true;
  flagSummary: string | null = 'on for 10 %';
  saved: Plan | null = null;

  constructor(
    private readonly page: Page,
    public plan: Plan,
    private readonly workerUri: string,
  ) {}

  get edits(): readonly (readonly PlanEdit[])[] {
    return this.received.flatMap((message) => (message.kind === 'edit' ? [message.edits] : []));
  }

  async hear(message: PanelToHost): Promise<void> {
    this.received.push(message);
    if (message.kind === 'ready') await this.sendSnapshot();
    if (message.kind === 'save') this.saved = this.plan;
    if (message.kind === 'edit' && !this.silent) await this.edit(message.id, message.edits);
  }

  async hearKey({ kind }: VsCodeEvent): Promise<void> {
    this.keys.push(kind);
    if (kind === 'undo-key') await this.move(this.past, this.future);
    if (kind === 'redo-key') await this.move(this.future, this.past);
  }

  /** Someone else changes the file. */
  async changeFile(plan: Plan): Promise<void> {
    this.remember();
    this.plan = plan;
    await this.sendSnapshot();
  }

  async sendSnapshot(): Promise<void> {
    this.version += 1;
    const snapshot: PanelSnapshot = {
      fileName: 'one_click_checkout.experiment.yaml',
      documentVersion: this.version,
      plan: this.broken ? null : this.plan,
      diagnostics: this.diagnostics,
      flagSummary: this.flagSummary,
      editable: this.editable,
      workerUri: this.workerUri,
    };
    await this.send({ kind: 'snapshot', snapshot });
  }

  private async edit(id: number, edits: readonly PlanEdit[]): Promise<void> {
    const error = this.refuseNext;
    this.refuseNext = null;
    if (error === null) {
      this.remember();
      this.plan = applyEdits(this.plan, edits);
      await this.sendSnapshot();
    }
    await this.send({ kind: 'edited', id, error });
  }

  private remember(): void {
    this.past.push(this.plan);
    this.future = [];
  }

  private async move(from: Plan[], to: Plan[]): Promise<void> {
    const plan = from.pop();
    if (plan === undefined) return;
    to.push(this.plan);
    this.plan = plan;
    await this.sendSnapshot();
  }

  private async send(message: HostToPanel): Promise<void> {
    // Through JSON, as between processes: nothing is shared.
    await this.page.evaluate(
      (text) => window.postMessage(JSON.parse(text), '*'),
      JSON.stringify(message),
    );
  }
}
