import * as vscode from 'vscode';
import type { Analysis } from '../../core/experiment/analysis/analysis';
import { analyseResults } from '../../core/experiment/analysis/analyseResults';
import { ResultsReader } from '../../core/experiment/analysis/data/resultsReader';
import { keepingFor } from '../../core/experiment/analysis/keepingFor';
import { resultEdit } from '../../core/experiment/analysis/resultEdit';
import { parsePlan } from '../../core/experiment/plan/parsePlan';
import type { Plan } from '../../core/experiment/plan/planSchema';
import type { Diagnostic } from '../../core/model/diagnostic';
import { analysisMarkdown } from '../../core/report/analysis/analysisMarkdown';
import { applyPlanEdits } from '../simulator/applyPlanEdits';
import { planAtHand } from '../simulator/planAtHand';

/** The editor's file system hands over whole files: larger ones are for the command line, which streams. */
const mostBytes = 256_000_000;

/** Bytes read before others have their turn. */
const sliceBytes = 1 << 20;

interface Found {
  readonly analysis: Analysis | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Asks for a file of results, says what they say about a plan, and offers to write the decision into it. */
export async function analyzeResults(given: unknown, results: unknown): Promise<void> {
  const uri = planAtHand(given);
  if (uri === undefined) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('Open a plan (*.experiment.yaml) first: results are tested as it says.'),
    );
    return;
  }
  const document = await vscode.workspace.openTextDocument(uri);
  const { plan } = parsePlan(document.getText());
  if (plan === null) {
    void vscode.window.showErrorMessage(
      vscode.l10n.t('The plan has errors: they are listed in Problems.'),
    );
    return;
  }
  const data = results instanceof vscode.Uri ? results : await chooseData(uri);
  if (data === undefined) return;
  const found = await readWithProgress(plan, data);
  if (found === null) return;
  const file = vscode.workspace.asRelativePath(data);
  if (found.analysis === null) {
    const [first] = found.diagnostics;
    const place = first === undefined ? '' : `${file}:${first.span.start.line + 1}: `;
    void vscode.window.showErrorMessage(`${place}${first?.message ?? ''}`);
    return;
  }
  await showReport(plan, found.analysis);
  await offerResult(document, plan, found.analysis);
}

async function chooseData(plan: vscode.Uri): Promise<vscode.Uri | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('Results as CSV: variant,users,metric or a row a user'),
    openLabel: vscode.l10n.t('Analyze'),
    filters: { CSV: ['csv', 'txt'] },
    ...(plan.scheme === 'untitled' ? {} : { defaultUri: vscode.Uri.joinPath(plan, '..') }),
  });
  return chosen?.[0];
}

/** Null where it was cancelled, or the file is too large: then that has been said. */
async function readWithProgress(plan: Plan, data: vscode.Uri): Promise<Found | null> {
  const { size } = await vscode.workspace.fs.stat(data);
  if (size > mostBytes) {
    const command = `flaglab analyze PLAN "${vscode.workspace.asRelativePath(data)}"`;
    void vscode.window.showErrorMessage(
      vscode.l10n.t(
        'The file has {0} MB, and the editor reads files whole. The command line streams them: {1}',
        Math.round(size / 1e6),
        command,
      ),
    );
    return null;
  }
  return vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Analyzing results'),
      cancellable: true,
    },
    (_progress, token) => read(plan, data, token),
  );
}

async function read(
  plan: Plan,
  data: vscode.Uri,
  token: vscode.CancellationToken,
): Promise<Found | null> {
  const bytes = await vscode.workspace.fs.readFile(data);
  const reader = new ResultsReader(plan, { groupByUnit: false, keep: keepingFor({}) });
  for (let at = 0; at < bytes.length && reader.isOpen; at += sliceBytes) {
    if (token.isCancellationRequested) return null;
    reader.push(bytes.subarray(at, at + sliceBytes));
    await new Promise((resolve) => {
      setTimeout(() => resolve(undefined), 0);
    });
  }
  const { data: results, diagnostics } = reader.end();
  if (results === null) return { analysis: null, diagnostics };
  const { value, diagnostics: more } = analyseResults(plan, results, { tests: {}, seed: 1 });
  return { analysis: value, diagnostics: [...diagnostics, ...more] };
}

async function showReport(plan: Plan, analysis: Analysis): Promise<void> {
  const report = await vscode.workspace.openTextDocument({
    language: 'markdown',
    content: `# ${plan.flag.replace(/\s+/g, ' ')}\n\n${analysisMarkdown(plan, analysis)}`,
  });
  await vscode.window.showTextDocument(report, { viewColumn: vscode.ViewColumn.Beside });
}

/** Writes the decision into the plan once somebody has said so; where there is none, only the answer is shown. */
async function offerResult(
  document: vscode.TextDocument,
  plan: Plan,
  analysis: Analysis,
): Promise<void> {
  const made = resultEdit(plan, analysis, today());
  if ('refused' in made) {
    const show =
      analysis.decision === 'untrustworthy'
        ? vscode.window.showErrorMessage
        : vscode.window.showInformationMessage;
    void show(analysis.sentence);
    return;
  }
  const write = vscode.l10n.t('Write into the plan');
  const chosen = await vscode.window.showInformationMessage(analysis.sentence, write);
  if (chosen !== write) return;
  const refused = await applyPlanEdits(document, [made.edit]);
  if (refused !== null) void vscode.window.showErrorMessage(refused);
}

/** Today, where the person is. */
function today(): string {
  const now = new Date();
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
