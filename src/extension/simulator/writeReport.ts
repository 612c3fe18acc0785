import * as vscode from 'vscode';
import { parsePlan } from '../../core/experiment/plan/parsePlan';
import { locateProblems } from '../../core/experiment/size/locateProblems';
import { solvePlan } from '../../core/experiment/size/solvePlan';
import type { Diagnostic } from '../../core/model/diagnostic';
import type { ReportFormat } from '../../core/report/simulation/reportFormats';
import { simulationReport } from '../../core/report/simulation/simulationReport';
import type { MadeRun } from '../../protocol/panel';
import { exists } from '../unsavedDocument';

declare const FLAGLAB_VERSION: string;

const endings: Readonly<Record<ReportFormat, string>> = {
  markdown: 'md',
  html: 'html',
  json: 'json',
  csv: 'csv',
};

/**
 * Writes the report of a plan to where the person says; pictures of Markdown go into the folder `<report>.assets`. What is there
 * already is replaced only if the person says so. The written file; null where nothing was written.
 */
export async function writeReport(
  document: vscode.TextDocument,
  { plan, result }: MadeRun,
  { format, target = null }: { readonly format: ReportFormat; readonly target?: vscode.Uri | null },
): Promise<vscode.Uri | null> {
  const chosen = target ?? (await chooseTarget(document.uri, format));
  if (chosen === null) return null;
  const fileName = nameOf(chosen);
  const { text, pictures } = simulationReport(plan, result, {
    format,
    fileName,
    planFile: vscode.workspace.asRelativePath(document.uri, false),
    version: FLAGLAB_VERSION,
    diagnostics: diagnosticsOf(document.getText()),
  });
  const folder = vscode.Uri.joinPath(chosen, '..', `${fileName}.assets`);
  const isKnown = await exists(chosen);
  // The dialog has asked about the report; a folder without its report may be somebody's.
  const asks =
    isKnown && target !== null
      ? chosen
      : !isKnown && pictures.length > 0 && (await exists(folder))
        ? folder
        : null;
  if (asks !== null && !(await mayReplace(asks))) return null;
  const encoder = new TextEncoder();
  if (pictures.length > 0) await vscode.workspace.fs.createDirectory(folder);
  for (const picture of pictures) {
    const file = vscode.Uri.joinPath(folder, picture.fileName);
    await vscode.workspace.fs.writeFile(file, encoder.encode(picture.svg));
  }
  await vscode.workspace.fs.writeFile(chosen, encoder.encode(text));
  return chosen;
}

function nameOf(uri: vscode.Uri): string {
  return uri.path.split('/').at(-1) ?? '';
}

/** Beside the plan: one that was never saved has its place all the same. */
async function chooseTarget(plan: vscode.Uri, format: ReportFormat): Promise<vscode.Uri | null> {
  const ending = endings[format];
  const name = nameOf(plan).replace(/\.experiment\.ya?ml$/i, '');
  const scheme =
    plan.scheme === 'untitled'
      ? (vscode.workspace.workspaceFolders?.[0]?.uri.scheme ?? 'file')
      : plan.scheme;
  const chosen = await vscode.window.showSaveDialog({
    defaultUri: vscode.Uri.joinPath(plan.with({ scheme }), '..', `${name}.report.${ending}`),
    filters: { [ending.toUpperCase()]: [ending] },
    title: vscode.l10n.t('Write the report'),
  });
  return chosen ?? null;
}

async function mayReplace(uri: vscode.Uri): Promise<boolean> {
  const replace = vscode.l10n.t('Replace');
  const said = await vscode.window.showWarningMessage(
    vscode.l10n.t('{0} is there already. Replace it?', nameOf(uri)),
    { modal: true },
    replace,
  );
  return said === replace;
}

/** What the command line says about a plan in its report. */
function diagnosticsOf(text: string): readonly Diagnostic[] {
  const { plan, diagnostics } = parsePlan(text);
  if (plan === null) return diagnostics;
  return [...diagnostics, ...locateProblems(text, solvePlan(plan, 'sample-size').diagnostics)];
}
