import * as vscode from 'vscode';
import { assertNever } from '../../core/model/assertNever';
import type { Diagnostic } from '../../core/model/diagnostic';
import type { Position } from '../../core/model/position';
import type { TextEdit } from '../../core/model/textEdit';
import { checkRolloutFile } from '../../core/rollout/assess/checkRolloutFile';
import { writeHandle } from '../../core/rollout/edit/writeHandle';
import type { ReadRollout, RolloutSource } from '../../core/rollout/read/readRollout';
import { readRollouts, rolloutFormats } from '../../core/rollout/read/registry';
import type { HostToRolloutPanel, RolloutPanelToHost } from '../../protocol/rolloutPanel';
import { settingsFileName } from '../../engine/settingsFileName';
import type { Log } from '../log';
import { isEditable } from '../simulator/isEditable';
import { fromPosition, toPosition, toRange } from '../spans';
import type { RolloutSurroundings } from './describeRollouts';
import { openRolloutReport } from './openRolloutReport';

interface RolloutSessionOptions {
  readonly document: vscode.TextDocument;
  readonly panel: vscode.WebviewPanel;
  readonly workerUri: string;
  readonly log: Log;
  /** What is around a manifest. */
  readonly surroundingsOf: (uri: vscode.Uri) => Promise<RolloutSurroundings>;
}

/** A change made by the panel, and the versions of the document before it and after: only from there may it be taken back. */
interface Step {
  readonly undo: TextEdit;
  readonly redo: TextEdit;
  base: number;
  version: number;
}

type EditMessage = Extract<RolloutPanelToHost, { readonly kind: 'edit' }>;

/** One panel on the rollouts of one document. It holds nothing of them: every snapshot is read from the text. */
export class RolloutSession {
  readonly #options: RolloutSessionOptions;
  readonly #disposables: vscode.Disposable[] = [];
  readonly #past: Step[] = [];
  readonly #future: Step[] = [];
  #surroundings: RolloutSurroundings | null = null;
  #ready = false;
  #editable = false;
  /** Messages are answered one after the other: an edit counts from the text that the one before left. */
  #handled: Promise<void> = Promise.resolve();

  constructor(options: RolloutSessionOptions) {
    this.#options = options;
  }

  start(): void {
    const { document, panel } = this.#options;
    this.#disposables.push(
      panel.webview.onDidReceiveMessage((message: RolloutPanelToHost) => this.#enqueue(message)),
      vscode.workspace.onDidChangeTextDocument((event) => {
        if (event.document === document) this.#then(() => this.#sendSnapshot());
      }),
      vscode.workspace.onDidSaveTextDocument(({ uri }) => {
        if (!uri.path.endsWith(`/${settingsFileName}`) && !/\.ya?ml$/i.test(uri.path)) return;
        this.#surroundings = null;
        this.#then(() => this.#sendSnapshot());
      }),
      // Hidden, its page is destroyed; shown again, a new one says that it is ready.
      panel.onDidChangeViewState(() => {
        if (!panel.visible) this.#ready = false;
      }),
      panel.onDidDispose(() =>
        this.#disposables.forEach((disposable) => void disposable.dispose()),
      ),
    );
  }

  #enqueue(message: RolloutPanelToHost): void {
    this.#then(() => this.#handle(message));
  }

  #then(work: () => Promise<void>): void {
    this.#handled = this.#handled
      .then(work)
      .catch((error: unknown) => this.#options.log.error('The rollout panel:', error));
  }

  async #handle(message: RolloutPanelToHost): Promise<void> {
    switch (message.kind) {
      case 'ready':
        this.#ready = true;
        await this.#sendSnapshot();
        break;
      case 'edit':
        await this.#answer(message.id, () => this.#edit(message));
        break;
      case 'undo':
      case 'redo':
        await this.#answer(message.id, () => this.#move(message.kind));
        break;
      case 'save':
        await this.#options.document.save();
        break;
      case 'open-as-text':
        await this.#openAsText(message.position);
        break;
      case 'report':
        await openRolloutReport(message);
        break;
      case 'log':
        this.#options.log[message.level](message.message);
        break;
      default:
        assertNever(message);
    }
  }

  async #answer(id: number, change: () => Promise<string | null>): Promise<void> {
    const error = await change();
    await this.#sendSnapshot();
    this.#post({ kind: 'edited', id, error });
  }

  async #edit({ rollout, handle: id, value }: EditMessage): Promise<string | null> {
    const { document } = this.#options;
    const { rollouts } = await this.#read();
    const handle = rollouts[rollout]?.handles.find((one) => one.id === id);
    if (handle === undefined) return vscode.l10n.t('It no longer stands in the file.');
    const edit = writeHandle(handle, value);
    if (edit === null) return null;
    const base = document.version;
    const refusal = await this.#apply(edit);
    if (refusal !== null) return refusal;
    const { start } = edit.span;
    const end = fromPosition(
      document.positionAt(document.offsetAt(toPosition(start)) + edit.newText.length),
    );
    const undo = { span: { start, end }, newText: handle.written };
    this.#past.push({ undo, redo: edit, base, version: document.version });
    this.#future.length = 0;
    return null;
  }

  /** Another change made since, in the text itself, has its own way back there. */
  async #move(kind: 'undo' | 'redo'): Promise<string | null> {
    const { document } = this.#options;
    const [from, to] = kind === 'undo' ? [this.#past, this.#future] : [this.#future, this.#past];
    const step = from.at(-1);
    if (step === undefined) return null;
    if (step.version !== document.version) {
      return vscode.l10n.t('The text has changed since: take it back there.');
    }
    const refusal = await this.#apply(step[kind]);
    if (refusal !== null) return refusal;
    from.pop();
    const next = from.at(-1);
    // What came directly before it is there again.
    if (next?.version === step.base) next.version = document.version;
    step.base = step.version;
    step.version = document.version;
    to.push(step);
    return null;
  }

  async #apply({ span, newText }: TextEdit): Promise<string | null> {
    const { document } = this.#options;
    if (!this.#editable) return vscode.l10n.t('This file is read-only.');
    const change = new vscode.WorkspaceEdit();
    change.replace(document.uri, toRange(span), newText);
    const applied = await vscode.workspace.applyEdit(change);
    return applied ? null : vscode.l10n.t('The editor refused the change.');
  }

  async #openAsText(position: Position | null): Promise<void> {
    const { document, panel } = this.#options;
    const other =
      panel.viewColumn === vscode.ViewColumn.One ? vscode.ViewColumn.Two : vscode.ViewColumn.One;
    const shown = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
    const place = position && toPosition(position);
    await vscode.window.showTextDocument(document, {
      viewColumn: shown?.viewColumn ?? other,
      preview: false,
      ...(place && { selection: new vscode.Range(place, place) }),
    });
  }

  async #read(): Promise<{
    readonly source: RolloutSource;
    readonly surroundings: RolloutSurroundings;
    readonly rollouts: readonly ReadRollout[];
    readonly diagnostics: readonly Diagnostic[];
  }> {
    const { document, surroundingsOf } = this.#options;
    this.#surroundings ??= await surroundingsOf(document.uri);
    const surroundings = this.#surroundings;
    const source = { file: document.uri.toString(), text: document.getText() };
    const { rollouts, diagnostics } = readRollouts(source, surroundings.others);
    return {
      source,
      surroundings,
      rollouts: rollouts.filter(({ strategy }) => strategy !== null),
      diagnostics,
    };
  }

  async #sendSnapshot(): Promise<void> {
    if (!this.#ready) return;
    const { document, workerUri } = this.#options;
    this.#editable = await isEditable(document.uri);
    const { source, surroundings, rollouts, diagnostics } = await this.#read();
    const { others, known } = surroundings;
    const isAt = (step: Step | undefined) => step?.version === document.version;
    this.#post({
      kind: 'snapshot',
      snapshot: {
        fileName: document.uri.path.split('/').at(-1) ?? '',
        documentVersion: document.version,
        rollouts,
        formatNames: Object.fromEntries(rolloutFormats.map(({ id, name }) => [id, name])),
        diagnostics: [
          ...diagnostics.filter(({ code }) => !code.startsWith('rollout-')),
          ...checkRolloutFile(source, others, known),
        ],
        known,
        editable: this.#editable,
        canUndo: isAt(this.#past.at(-1)),
        canRedo: isAt(this.#future.at(-1)),
        workerUri,
      },
    });
  }

  #post(message: HostToRolloutPanel): void {
    void this.#options.panel.webview.postMessage(message);
  }
}
