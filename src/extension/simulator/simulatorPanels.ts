import * as vscode from 'vscode';
import { type ReportFormat, reportFormats } from '../../core/report/simulation/reportFormats';
import type { HostToPanel, MadeRun } from '../../protocol/panel';
import { views } from '../views';
import { KeptRuns } from './keptRuns';
import { otherPlan } from './otherPlan';
import { PanelSession, type PanelSessionOptions } from './panelSession';
import { writeReport } from './writeReport';

const formatWords: Readonly<Record<ReportFormat, string>> = {
  markdown: 'Markdown',
  html: 'HTML',
  json: 'JSON',
  csv: 'CSV',
};

/** What came of a report that was asked for: the run, or why there is none. */
type MadeReport = MadeRun | 'not-simulated' | 'closed';

interface WantedReport {
  /** Of the plan. */
  readonly address: string;
  /** Whether the page that is shown has been told. */
  isAsked: boolean;
  readonly resolve: (made: MadeReport) => void;
}

/** The open panels, and what outlives them. */
export class SimulatorPanels {
  readonly #runs = new KeptRuns();
  /** By document; of several on one the last that was opened. */
  readonly #sessions = new Map<string, PanelSession>();
  /** What a document's panel is told as soon as it is there. */
  readonly #toSay = new Map<string, readonly HostToPanel[]>();
  /** Reports that are waited for. */
  readonly #wanted = new Map<number, WantedReport>();
  #lastWanted = 0;

  /** Connects a panel with its document until the panel is closed. */
  connect(options: Pick<PanelSessionOptions, SessionNeeds>): void {
    const { document } = options;
    const address = document.uri.toString();
    const session = new PanelSession({
      ...options,
      runs: this.#runs,
      onShown: () => {
        this.#askAgain(address, session);
        this.#sayWaiting(address, session);
      },
      onReport: async ({ id, format, made }) => {
        if (id !== null) {
          this.#settle(id, made ?? 'not-simulated');
        } else if (format !== null && made !== null) {
          await tellWritten(await writeReport(document, made, { format }));
        }
      },
      onOtherPlan: () => this.compare(document.uri),
    });
    this.#sessions.set(address, session);
    options.panel.onDidDispose(() => {
      if (this.#sessions.get(address) !== session) return;
      this.#sessions.delete(address);
      for (const [id, wanted] of this.#wanted) {
        if (wanted.address === address) this.#settle(id, 'closed');
      }
    });
    session.start();
  }

  /** Shows the panel of a plan and starts a simulation in it. */
  async run(uri: vscode.Uri): Promise<void> {
    await this.#say(uri, { kind: 'run' });
  }

  /** Writes a report of a plan: of what its panel shows, else of a run that is made for it. Asks what is not given. */
  async export(uri: vscode.Uri, given: unknown, target: unknown): Promise<void> {
    const format = reportFormats.find((each) => each === given) ?? (await chooseFormat());
    if (format === undefined) return;
    const document = await vscode.workspace.openTextDocument(uri);
    this.#lastWanted += 1;
    const id = this.#lastWanted;
    const address = uri.toString();
    const answer = new Promise<MadeReport>((resolve) =>
      this.#wanted.set(id, { address, isAsked: false, resolve }),
    );
    await this.#show(uri);
    const made = await answer;
    if (made === 'closed') return;
    if (made === 'not-simulated') {
      void vscode.window.showWarningMessage(
        vscode.l10n.t('There is nothing to report: the panel says why the plan was not simulated.'),
      );
      return;
    }
    const place = target instanceof vscode.Uri ? target : null;
    await tellWritten(await writeReport(document, made, { format, target: place }));
  }

  /** Puts another plan beside one. Asks which, unless it is given. */
  async compare(uri: vscode.Uri, given?: unknown): Promise<void> {
    const other = await otherPlan(uri, given instanceof vscode.Uri ? given : null);
    if (other !== null) await this.#say(uri, { kind: 'compare', ...other });
  }

  /** Shows the panel of a plan and tells it something. */
  async #say(uri: vscode.Uri, message: HostToPanel): Promise<void> {
    const address = uri.toString();
    this.#toSay.set(address, [...(this.#toSay.get(address) ?? []), message]);
    await this.#show(uri);
  }

  /** Shows the panel of a plan, and tells it what waits for it. */
  async #show(uri: vscode.Uri): Promise<void> {
    const address = uri.toString();
    await vscode.commands.executeCommand('vscode.openWith', uri, views.simulator);
    const session = this.#sessions.get(address);
    // One that is not on the screen is drawn anew when it is shown, and hears then.
    if (session?.isShown !== true) return;
    for (const [id, wanted] of this.#wanted) {
      if (wanted.address === address && !wanted.isAsked) this.#ask(id, wanted, session);
    }
    this.#sayWaiting(address, session);
  }

  /** A page that was hidden is a new one, which was asked for nothing. */
  #askAgain(address: string, session: PanelSession): void {
    for (const [id, wanted] of this.#wanted) {
      if (wanted.address === address) this.#ask(id, wanted, session);
    }
  }

  #ask(id: number, wanted: WantedReport, session: PanelSession): void {
    wanted.isAsked = true;
    session.say({ kind: 'report-wanted', id });
  }

  #settle(id: number, made: MadeReport): void {
    this.#wanted.get(id)?.resolve(made);
    this.#wanted.delete(id);
  }

  #sayWaiting(address: string, session: PanelSession): void {
    const waiting = this.#toSay.get(address) ?? [];
    this.#toSay.delete(address);
    for (const message of waiting) session.say(message);
  }
}

type SessionNeeds = Exclude<
  keyof PanelSessionOptions,
  'runs' | 'onShown' | 'onReport' | 'onOtherPlan'
>;

async function chooseFormat(): Promise<ReportFormat | undefined> {
  const choices = reportFormats.map((format) => ({ label: formatWords[format], format }));
  const chosen = await vscode.window.showQuickPick(choices, {
    placeHolder: vscode.l10n.t('Write the report as ...'),
  });
  return chosen?.format;
}

async function tellWritten(written: vscode.Uri | null): Promise<void> {
  if (written === null) return;
  const open = vscode.l10n.t('Open');
  // Not waited for: it may stand there for long.
  void vscode.window
    .showInformationMessage(
      vscode.l10n.t('Written: {0}', vscode.workspace.asRelativePath(written)),
      open,
    )
    .then(async (said) => {
      if (said === open) await vscode.commands.executeCommand('vscode.open', written);
    });
}
