import * as vscode from 'vscode';
import { planFileName } from '../../core/experiment/plan/planFileName';
import type { FoundFlag } from '../flags/flagPlace';
import { exists, openUnsaved } from '../unsavedDocument';
import { views } from '../views';
import { uriBelow } from '../workspace/folderPaths';

async function choosePlan(paths: readonly string[]): Promise<string | undefined> {
  if (paths.length < 2) return paths[0];
  return vscode.window.showQuickPick(paths, {
    placeHolder: vscode.l10n.t('This flag has several plans. Which one?'),
  });
}

/** Opens the plan of a flag in the simulator. Where there is none, a new one is shown: it is saved when the person saves it. */
export async function openPlan({ folder, flag }: FoundFlag): Promise<void> {
  const root = folder.folder.uri;
  const path = planFileName(flag.key);
  const paths = folder.plansOf(flag.key);
  const known = paths.length === 0 && (await exists(uriBelow(root, path))) ? [path] : paths;
  const chosen = await choosePlan(known);
  if (known.length > 0 && chosen === undefined) return;
  const { createPlan, planSeedOf } = await import('../onFirstUse');
  const uri =
    chosen === undefined
      ? (await openUnsaved(uriBelow(root, path), createPlan(planSeedOf(flag)))).uri
      : uriBelow(root, chosen);
  await vscode.commands.executeCommand('vscode.openWith', uri, views.simulator);
}
