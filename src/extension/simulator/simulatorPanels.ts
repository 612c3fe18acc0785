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

/** The open panels, and what outlives them. */
export class SimulatorPanels {
  readonly #runs = new KeptRuns();
  /** By document; of several on one the last that was opened. */
  readonly #sessions = new Map<string, PanelSession>();
  /** What a document's panel is told as soon as it is there. */
  readonly #toSay = new Map<string, readonly HostToPanel[]>();
  readonly #wanted = new Map<number, (made: MadeRun | null) => void>();
  #lastWanted = 0;

  /** Connects a panel with its document until the panel is closed. */
  connect(options: Pick<PanelSessionOptions, SessionNeeds>): void {
    const { document } = options;
    const address = document.uri.toString();
    const session = new PanelSession({
      ...options,
      runs: this.#runs,
      onShown: () => this.#sayWaiting(address, session),
      onReport: async ({ id, format, made }) => {
        if (id !== null) {
          this.#wanted.get(id)?.(made);
          this.#wanted.delete(id);
        } else if (format !== null && made !== null) {
          await tellWritten(await writeReport(document, made, { format }));
        }
      },
      onOtherPlan: () => this.compare(document.uri),
    });
    this.#sessions.set(address, session);
    options.panel.onDidDispose(() => {
      if (this.#sessions.get(address) === session) this.#sessions.delete(address);
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
    const answer = new Promise<MadeRun | null>((resolve) => this.#wanted.set(id, resolve));
    await this.#say(uri, { kind: 'report-wanted', id });
    const made = await answer;
    if (made === null) {
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
    await vscode.commands.executeCommand('vscode.openWith', uri, views.simulator);
    const session = this.#sessions.get(address);
    // One that is not on the screen is drawn anew when it is shown, and hears then.
    if (session?.isShown === true) this.#sayWaiting(address, session);
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
