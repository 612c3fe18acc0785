import * as vscode from 'vscode';
import { views } from '../views';
import { KeptRuns } from './keptRuns';
import { PanelSession, type PanelSessionOptions } from './panelSession';

/** The open panels, and what outlives them. */
export class SimulatorPanels {
  readonly #runs = new KeptRuns();
  /** By document; of several on one the last that was opened. */
  readonly #sessions = new Map<string, PanelSession>();
  /** Documents whose panel is to start a run as soon as it is there. */
  readonly #toRun = new Set<string>();

  /** Connects a panel with its document until the panel is closed. */
  connect(options: Omit<PanelSessionOptions, 'runs' | 'onShown'>): void {
    const address = options.document.uri.toString();
    const session = new PanelSession({
      ...options,
      runs: this.#runs,
      onShown: () => {
        if (this.#toRun.delete(address)) session.run();
      },
    });
    this.#sessions.set(address, session);
    options.panel.onDidDispose(() => {
      if (this.#sessions.get(address) === session) this.#sessions.delete(address);
    });
    session.start();
  }

  /** Shows the panel of a plan and starts a simulation in it. */
  async run(uri: vscode.Uri): Promise<void> {
    const address = uri.toString();
    this.#toRun.add(address);
    await vscode.commands.executeCommand('vscode.openWith', uri, views.simulator);
    // One that is not on the screen is drawn anew when it is shown, and asks then.
    if (this.#sessions.get(address)?.isShown === true && this.#toRun.delete(address)) {
      this.#sessions.get(address)?.run();
    }
  }
}
