import * as vscode from 'vscode';
import { commands } from '../commands';
import { readSetting } from '../readSetting';
import { settings } from '../settings';
import { planFileGlob } from '../simulator/planFiles';

const top = new vscode.Range(0, 0, 0, 0);

/** Above the text of a plan: its panel, and its simulation. */
export function registerPlanLenses(): vscode.Disposable {
  return vscode.languages.registerCodeLensProvider(
    { pattern: planFileGlob },
    {
      provideCodeLenses(document) {
        if (!readSetting(settings.codeLensEnabled, document)) return [];
        const words: readonly (readonly [string, string, string])[] = [
          [
            commands.openPlanAsPanel,
            vscode.l10n.t('Open simulator'),
            vscode.l10n.t('Sample size, pictures and simulated launches of this plan'),
          ],
          [
            commands.runPlan,
            vscode.l10n.t('Run'),
            vscode.l10n.t('Simulate launches of this plan and show what came of them'),
          ],
        ];
        return words.map(
          ([command, title, tooltip]) =>
            new vscode.CodeLens(top, { command, title, tooltip, arguments: [document.uri] }),
        );
      },
    },
  );
}
