import type { Page } from 'playwright-core';
import { editPlan } from '../../../src/core/experiment/plan/editPlan';
import { parsePlan } from '../../../src/core/experiment/plan/parsePlan';
import type { PlanEdit } from '../../../src/core/experiment/plan/planEdit';
import type { Plan } from '../../../src/core/experiment/plan/planSchema';
import { applyTextEdits } from '../../../src/core/syntax/applyTextEdits';
import type { KeptRun } from '../../../src/protocol/keptRun';
import type { HostToPanel, PanelToHost } from '../../../src/protocol/panel';

/** A key that VS Code's own listener in the webview has taken. */
export interface KeyEvent {
  readonly kind: 'undo-key' | 'redo-key' | 'save-key';
}

/** The other end of the protocol: a text document with undo, as the extension's custom editor has one. */
export class FakeHost {
  readonly received: PanelToHost[] = [];
  readonly keys: KeyEvent['kind'][] = [];
  private past: string[] = [];
  private future: string[] = [];
  private version = 1;
  /** Said to the next edit instead of making it. */
  refuseNext: string | null = null;
  /** Answers to edits wait while this is set. */
  silent = false;
  editable = true;
  flagSummary: string | null = 'on for 10 %';
  saved: string | null = null;
  /** What an earlier panel left, told to the one that is opened. */
  left: { readonly run: KeptRun; readonly closed: boolean } | null = null;

  constructor(
    private readonly page: Page,
    public text: string,
    public workerUri: string,
  ) {}

  get plan(): Plan | null {
    return parsePlan(this.text).plan;
  }

  get edits(): readonly (readonly PlanEdit[])[] {
    return this.received.flatMap((message) => (message.kind === 'edit' ? [message.edits] : []));
  }

  /** What the panel handed over of its runs, in order. */
  get keptRuns(): readonly KeptRun[] {
    return this.received.flatMap((message) => (message.kind === 'keep-run' ? [message.run] : []));
  }

  async hear(message: PanelToHost): Promise<void> {
    this.received.push(message);
    if (message.kind === 'ready') {
      if (this.left !== null) await this.send({ kind: 'kept-run', ...this.left });
      await this.sendSnapshot();
    }
    if (message.kind === 'save') this.saved = this.text;
    if (message.kind === 'edit' && !this.silent) await this.edit(message.id, message.edits);
  }

  async hearKey({ kind }: KeyEvent): Promise<void> {
    this.keys.push(kind);
    if (kind === 'undo-key') await this.move(this.past, this.future);
    if (kind === 'redo-key') await this.move(this.future, this.past);
  }

  /** Someone else changes the file. */
  async changeFile(text: string): Promise<void> {
    this.remember();
    this.text = text;
    await this.sendSnapshot();
  }

  async sendSnapshot(): Promise<void> {
    this.version += 1;
    const { plan, diagnostics } = parsePlan(this.text);
    const { editable, flagSummary, workerUri, version: documentVersion } = this;
    await this.send({
      kind: 'snapshot',
      snapshot: {
        fileName: 'one_click_checkout.experiment.yaml',
        documentVersion,
        plan,
        diagnostics,
        flagSummary,
        editable,
        workerUri,
      },
    });
  }

  private async edit(id: number, edits: readonly PlanEdit[]): Promise<void> {
    const { value, diagnostics } = editPlan(this.text, edits);
    const error = this.refuseNext ?? (value === null ? (diagnostics[0]?.message ?? 'No.') : null);
    this.refuseNext = null;
    if (error === null && value !== null) {
      this.remember();
      this.text = applyTextEdits(this.text, value);
      await this.sendSnapshot();
    }
    await this.send({ kind: 'edited', id, error });
  }

  private remember(): void {
    this.past.push(this.text);
    this.future = [];
  }

  private async move(from: string[], to: string[]): Promise<void> {
    const text = from.pop();
    if (text === undefined) return;
    to.push(this.text);
    this.text = text;
    await this.sendSnapshot();
  }

  /** Something the extension says of its own accord. */
  async tell(message: HostToPanel): Promise<void> {
    await this.send(message);
  }

  private async send(message: HostToPanel): Promise<void> {
    // Through JSON, as between processes: nothing is shared.
    await this.page.evaluate(
      (text) => window.postMessage(JSON.parse(text), '*'),
      JSON.stringify(message),
    );
  }
}
