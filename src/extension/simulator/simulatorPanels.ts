import { KeptRuns } from './keptRuns';
import { PanelSession, type PanelSessionOptions } from './panelSession';

/** The open panels, and what outlives them. */
export class SimulatorPanels {
  readonly #runs = new KeptRuns();

  /** Connects a panel with its document until the panel is closed. */
  connect(options: Omit<PanelSessionOptions, 'runs'>): void {
    new PanelSession({ ...options, runs: this.#runs }).start();
  }
}
