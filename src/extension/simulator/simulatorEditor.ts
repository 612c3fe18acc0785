import * as vscode from 'vscode';
import { panelHtml } from '../../protocol/panelHtml';
import type { Log } from '../log';
import { createNonce } from './nonce';
import { PanelSession } from './panelSession';

interface SimulatorEditorOptions {
  readonly extensionUri: vscode.Uri;
  /** What is known of a plan's flag, in words; null where nothing is. */
  readonly flagSummary: (plan: vscode.Uri, flag: string) => string | null;
  readonly onFlagsChanged: vscode.Event<void>;
  /** Asks for what `flagSummary` needs. */
  readonly startIndex: () => void;
  readonly log: Log;
}

/** Draws plan files. The document is VS Code's own: undo, redo, saving and hot exit are those of a text. */
export class SimulatorEditor implements vscode.CustomTextEditorProvider {
  readonly #options: SimulatorEditorOptions;

  constructor(options: SimulatorEditorOptions) {
    this.#options = options;
  }

  resolveCustomTextEditor(document: vscode.TextDocument, panel: vscode.WebviewPanel): void {
    const { extensionUri, flagSummary, onFlagsChanged, startIndex, log } = this.#options;
    const files = vscode.Uri.joinPath(extensionUri, 'dist', 'webview');
    const { webview } = panel;
    webview.options = {
      enableScripts: true,
      localResourceRoots: [files, vscode.Uri.joinPath(extensionUri, 'media')],
    };
    const uriOf = (name: string) =>
      webview.asWebviewUri(vscode.Uri.joinPath(files, name)).toString();
    const workerUri = uriOf('worker.js');
    new PanelSession({ document, panel, workerUri, flagSummary, onFlagsChanged, log });
    webview.html = panelHtml({
      cspSource: webview.cspSource,
      nonce: createNonce(),
      scriptUri: uriOf('simulator.js'),
      styleUri: uriOf('simulator.css'),
      title: document.uri.path.split('/').at(-1) ?? '',
    });
    startIndex();
  }
}
