import * as vscode from 'vscode';
import { canSetExpiry } from '../../core/flags/definitions/canSetExpiry';
import { commands, type Command } from '../commands';
import { codeOf } from '../diagnostics/codeOf';
import { placeOf, type FoundFlag } from '../flags/flagPlace';
import { keySelector } from '../places/keySelector';
import { toRange } from '../spans';
import type { FolderIndexes } from '../workspace/folderIndexes';
import { pathBelow } from '../workspace/folderPaths';
import type { FlagVerdicts } from './flagVerdicts';

/** The flag that a message of ours is about. */
function flagOf(
  diagnostic: vscode.Diagnostic,
  document: vscode.TextDocument,
  indexes: FolderIndexes,
  verdicts: FlagVerdicts,
): FoundFlag | undefined {
  const folder = indexes.of(document.uri);
  const path = folder && pathBelow(folder.folder.uri, document.uri);
  if (!folder?.index || path === null || path === undefined) return undefined;
  const finding = verdicts
    .findings(folder)
    .find(
      ({ code, file, span }) =>
        code === codeOf(diagnostic) && file === path && toRange(span).isEqual(diagnostic.range),
    );
  const flag = folder.index
    .snapshot()
    .flags.find(({ key, scope }) => key === finding?.key && scope === finding.scope);
  return flag && { folder, flag };
}

function fix(title: string, command: Command, found: FoundFlag, diagnostic: vscode.Diagnostic) {
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.diagnostics = [diagnostic];
  action.command = { command, title, arguments: [placeOf(found)] };
  return action;
}

/** Fixes for what is said about the life of a flag: keep it with a reason, say until when, look at the commit that launched it. */
export function registerStaleQuickFixes(
  indexes: FolderIndexes,
  verdicts: FlagVerdicts,
): vscode.Disposable {
  const provider: vscode.CodeActionProvider = {
    provideCodeActions: (document, _, { diagnostics }) =>
      diagnostics
        .filter((found) => found.source === 'flaglab')
        .flatMap((diagnostic) => {
          const found = flagOf(diagnostic, document, indexes, verdicts);
          if (!found) return [];
          const { folder, flag } = found;
          const { key, definitions } = flag;
          const since = verdicts.of(folder, flag)?.evidence.oneSidedSince;
          const keep = vscode.l10n.t('Keep “{0}”, and say why...', key);
          const expire = vscode.l10n.t('Say until when “{0}” is to live...', key);
          const launch = vscode.l10n.t('Open the commit that launched “{0}”', key);
          return [
            fix(keep, commands.keepFlag, found, diagnostic),
            ...(definitions.some(({ format, file }) => canSetExpiry(format, file))
              ? [fix(expire, commands.setExpiry, found, diagnostic)]
              : []),
            ...(since ? [fix(launch, commands.openLaunch, found, diagnostic)] : []),
          ];
        }),
  };
  return vscode.languages.registerCodeActionsProvider([...keySelector], provider, {
    providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
  });
}
