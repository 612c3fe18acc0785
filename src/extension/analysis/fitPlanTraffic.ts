import * as vscode from 'vscode';
import { fitTraffic, type TrafficFit } from '../../core/traffic/fit/fitTraffic';
import { readDailyCounts } from '../../core/traffic/fit/readDailyCounts';
import { trafficEdits } from '../../core/traffic/fit/trafficEdits';
import { trafficNotes } from '../../core/traffic/fit/trafficNotes';
import { applyPlanEdits } from '../simulator/applyPlanEdits';
import { planAtHand } from '../simulator/planAtHand';

/** A row a day is some 20 bytes: this is more than a century of them. */
const mostBytes = 5_000_000;

/** Asks for a CSV of counts a day and writes level and weekday pattern into a plan: one undo step. */
export async function fitPlanTraffic(given: unknown, counts: unknown): Promise<void> {
  const uri = planAtHand(given);
  if (uri === undefined) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('Open a plan (*.experiment.yaml) first: the traffic is written into it.'),
    );
    return;
  }
  const data = counts instanceof vscode.Uri ? counts : await chooseCounts(uri);
  if (data === undefined) return;
  const fit = await fitOf(data);
  if (fit === null) return;
  const document = await vscode.workspace.openTextDocument(uri);
  const refused = await applyPlanEdits(document, trafficEdits(fit));
  if (refused !== null) {
    void vscode.window.showErrorMessage(refused);
    return;
  }
  void vscode.window.showInformationMessage(
    [
      vscode.l10n.t('The plan has the traffic of {0} days now.', fit.days),
      ...trafficNotes(fit),
    ].join(' '),
  );
}

async function chooseCounts(plan: vscode.Uri): Promise<vscode.Uri | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('Counts as CSV, a row a day: 2027-03-01,1234'),
    openLabel: vscode.l10n.t('Fit traffic'),
    filters: { CSV: ['csv', 'txt'] },
    ...(plan.scheme === 'untitled' ? {} : { defaultUri: vscode.Uri.joinPath(plan, '..') }),
  });
  return chosen?.[0];
}

/** Null where the file cannot be used: then it has been said why. */
async function fitOf(data: vscode.Uri): Promise<TrafficFit | null> {
  const file = vscode.workspace.asRelativePath(data);
  const { size } = await vscode.workspace.fs.stat(data);
  if (size > mostBytes) {
    void vscode.window.showErrorMessage(
      vscode.l10n.t('{0} is larger than a row a day can make it.', file),
    );
    return null;
  }
  const { value, diagnostics } = readDailyCounts(await vscode.workspace.fs.readFile(data));
  const [first] = diagnostics;
  if (first !== undefined) {
    void vscode.window.showErrorMessage(`${file}:${first.span.start.line + 1}: ${first.message}`);
  }
  return value === null ? null : fitTraffic(value);
}
