import * as vscode from 'vscode';
import { panelHtml } from '../../protocol/panelHtml';
import type { Log } from '../log';
import { views } from '../views';
import { createNonce } from './nonce';
import type { SimulatorPanels } from './simulatorPanels';

interface SimulatorEditorOptions {
  readonly extensionUri: vscode.Uri;
  /** What is known of a plan's flag, in words; null where nothing is. */
  readonly flagSummary: (plan: vscode.Uri, flag: string) => string | null;
  readonly onFlagsChanged: vscode.Event<void>;
  /** Asks for what `flagSummary` needs. */
  readonly startIndex: () => void;
  readonly log: Log;
}

async function drawPanel(
  document: vscode.TextDocument,
  panel: vscode.WebviewPanel,
  options: SimulatorEditorOptions & { readonly panels: SimulatorPanels },
): Promise<void> {
  const { extensionUri, flagSummary, onFlagsChanged, log } = options;
  const files = vscode.Uri.joinPath(extensionUri, 'dist', 'webview');
  const { webview } = panel;
  webview.options = {
    enableScripts: true,
    localResourceRoots: [files, vscode.Uri.joinPath(extensionUri, 'media')],
  };
  const uriOf = (name: string) => webview.asWebviewUri(vscode.Uri.joinPath(files, name)).toString();
  options.panels.connect({
    document,
    panel,
    workerUri: uriOf('worker.js'),
    flagSummary,
    onFlagsChanged,
    log,
  });
  webview.html = panelHtml({
    cspSource: webview.cspSource,
    nonce: createNonce(),
    scriptUri: uriOf('simulator.js'),
    styleUri: uriOf('simulator.css'),
    title: document.uri.path.split('/').at(-1) ?? '',
  });
}

export interface Simulator extends vscode.Disposable {
  /** Those that are open, and what is known of those that were. */
  readonly panels: () => Promise<SimulatorPanels>;
}

/** Draws plan files. The document is VS Code's own: undo, redo, saving and hot exit are those of a text. */
export function registerSimulator(options: SimulatorEditorOptions): Simulator {
  let known: Promise<SimulatorPanels> | null = null;
  const panels = () =>
    (known ??= import('../onFirstUse').then((needed) => new needed.SimulatorPanels()));
  const registered = vscode.window.registerCustomEditorProvider(views.simulator, {
    async resolveCustomTextEditor(document, panel) {
      await drawPanel(document, panel, { ...options, panels: await panels() });
      options.startIndex();
    },
  });
  return { panels, dispose: () => registered.dispose() };
}
