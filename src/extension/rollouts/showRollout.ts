import * as vscode from 'vscode';
import { mayHoldRollouts } from '../../core/rollout/read/mayHoldRollouts';
import { fileAtHand } from '../fileAtHand';
import type { Log } from '../log';
import { rolloutSurroundings } from './rolloutSurroundings';

/** Opens the panel on the rollouts of a file: the one given, or the one at hand. */
export async function showRollout(
  given: unknown,
  options: { readonly extensionUri: vscode.Uri; readonly log: Log },
): Promise<void> {
  const uri = fileAtHand(given);
  if (uri === undefined) return;
  const document = await vscode.workspace.openTextDocument(uri);
  if (!mayHoldRollouts(document.getText())) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('This file has no rollout that can be simulated.'),
    );
    return;
  }
  const { openRolloutPanel } = await import('./rolloutOnFirstUse');
  openRolloutPanel(document, { ...options, surroundingsOf: rolloutSurroundings });
}
