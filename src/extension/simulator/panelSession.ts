import * as vscode from 'vscode';
import { parsePlan } from '../../core/experiment/plan/parsePlan';
import { assertNever } from '../../core/model/assertNever';
import type { Position } from '../../core/model/position';
import type { HostToPanel, PanelToHost } from '../../protocol/panel';
import type { Log } from '../log';
import { toPosition } from '../spans';
import { applyPlanEdits } from './applyPlanEdits';
import { isEditable } from './isEditable';
import type { KeptRuns } from './keptRuns';

export interface PanelSessionOptions {
  readonly document: vscode.TextDocument;
  readonly panel: vscode.WebviewPanel;
  readonly workerUri: string;
  /** Runs outlive the panels they run in. */
  readonly runs: KeptRuns;
  /** The page has the plan: now and whenever it is drawn anew. */
  readonly onShown: () => void;
  /** The page hands a result over, to write a report of. */
  readonly onReport: (message: Extract<PanelToHost, { kind: 'report' }>) => Promise<void>;
  /** The person wants another plan beside this one. */
  readonly onOtherPlan: () => Promise<void>;
  readonly flagSummary: (uri: vscode.Uri, flag: string) => string | null;
  readonly onFlagsChanged: vscode.Event<void>;
  readonly log: Log;
}

/** One panel on one document. It holds nothing of the plan: every snapshot is read from the text. */
export class PanelSession {
  readonly #options: PanelSessionOptions;
  readonly #disposables: vscode.Disposable[] = [];
  #editable = false;
  #ready = false;
  /** Messages are answered one after the other: an edit counts from the text that the one before left. */
  #handled: Promise<void> = Promise.resolve();

  constructor(options: PanelSessionOptions) {
    this.#options = options;
  }

  /** Whether there is a page that has the plan. */
  get isShown(): boolean {
    return this.#ready && this.#options.panel.visible;
  }

  say(message: HostToPanel): void {
    this.#post(message);
  }

  get #address(): string {
    return this.#options.document.uri.toString();
  }

  start(): void {
    const { document, panel, onFlagsChanged, runs } = this.#options;
    this.#disposables.push(
      panel.webview.onDidReceiveMessage((message: PanelToHost) => this.#enqueue(message)),
      vscode.workspace.onDidChangeTextDocument((event) => {
        if (event.document === document) this.#sendSnapshot();
      }),
      vscode.workspace.onDidSaveTextDocument((saved) => {
        if (saved === document) this.#enqueue('saved');
      }),
      onFlagsChanged(() => this.#sendSnapshot()),
      // Hidden, its page is destroyed; shown again, a new one says that it is ready.
      panel.onDidChangeViewState(() => {
        if (!panel.visible) this.#ready = false;
      }),
      panel.onDidDispose(() => {
        runs.close(this.#address);
        this.#disposables.forEach((disposable) => void disposable.dispose());
      }),
    );
  }

  /** `saved`: whether the file can be written may be another matter now. */
  #enqueue(message: PanelToHost | 'saved'): void {
    this.#handled = this.#handled
      .then(() => (message === 'saved' ? this.#refresh() : this.#handle(message)))
      .catch((error: unknown) => this.#options.log.error('The panel:', error));
  }

  async #handle(message: PanelToHost): Promise<void> {
    switch (message.kind) {
      case 'ready':
        this.#sendKeptRun();
        await this.#refresh();
        this.#options.onShown();
        break;
      case 'edit':
        this.#post({ kind: 'edited', id: message.id, error: await this.#edit(message) });
        break;
      case 'save':
        await this.#options.document.save();
        break;
      case 'keep-run':
        this.#options.runs.keep(this.#address, message.run);
        break;
      case 'report':
        this.#apart(this.#options.onReport(message));
        break;
      case 'choose-other-plan':
        this.#apart(this.#options.onOtherPlan());
        break;
      case 'open-as-text':
        await this.#openAsText(message.position);
        break;
      case 'log':
        this.#options.log[message.level](message.message);
        break;
      default:
        assertNever(message);
    }
  }

  /** What asks the person is not waited for: edits go on. */
  #apart(work: Promise<void>): void {
    work.catch((error: unknown) => {
      this.#options.log.error('The panel:', error);
      const reason = error instanceof Error ? error.message : String(error);
      void vscode.window.showErrorMessage(reason);
    });
  }

  async #edit({ edits }: Extract<PanelToHost, { kind: 'edit' }>): Promise<string | null> {
    if (!this.#editable) return vscode.l10n.t('This file is read-only.');
    return applyPlanEdits(this.#options.document, edits);
  }

  async #openAsText(position: Position | null): Promise<void> {
    const place = position && toPosition(position);
    const options: vscode.TextDocumentShowOptions = {
      viewColumn: this.#options.panel.viewColumn ?? vscode.ViewColumn.Active,
      preview: false,
      ...(place && { selection: new vscode.Range(place, place) }),
    };
    const { uri } = this.#options.document;
    await vscode.commands.executeCommand('vscode.openWith', uri, 'default', options);
  }

  async #refresh(): Promise<void> {
    this.#editable = await isEditable(this.#options.document.uri);
    this.#ready = true;
    this.#sendSnapshot();
  }

  #sendKeptRun(): void {
    const { document, runs } = this.#options;
    const kept = runs.of(this.#address) ?? runs.of(unsaved(document.uri));
    if (kept !== null) this.#post({ kind: 'kept-run', run: kept.run, closed: kept.closed });
  }

  #sendSnapshot(): void {
    if (!this.#ready) return;
    const { document, workerUri, flagSummary } = this.#options;
    const { plan, diagnostics } = parsePlan(document.getText());
    this.#post({
      kind: 'snapshot',
      snapshot: {
        fileName: document.uri.path.split('/').at(-1) ?? '',
        documentVersion: document.version,
        plan,
        diagnostics,
        flagSummary: plan && flagSummary(document.uri, plan.flag),
        editable: this.#editable,
        workerUri,
      },
    });
  }

  #post(message: HostToPanel): void {
    void this.#options.panel.webview.postMessage(message);
  }
}

/** The address that a file had before it was saved for the first time. */
function unsaved(uri: vscode.Uri): string {
  return uri.with({ scheme: 'untitled' }).toString();
}
