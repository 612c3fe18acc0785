import * as vscode from 'vscode';
import type { ProposedWrapper } from '../../core/flags/index/proposeWrappers';
import { settingsFileName } from '../../engine/settingsFileName';
import { sourceSelector } from '../languages';
import { toRange } from '../spans';
import type { FolderIndexes } from '../workspace/folderIndexes';
import { uriBelow } from '../workspace/folderPaths';
import { readText } from '../workspace/readText';

/** A fix whose edit is made when it is chosen: it reads the settings file. */
class AddWrapperAction extends vscode.CodeAction {
  constructor(
    readonly target: vscode.Uri,
    readonly proposal: ProposedWrapper,
  ) {
    const title = vscode.l10n.t(
      'Let “{0}” count as reading flags, in {1}',
      proposal.name,
      settingsFileName,
    );
    super(title, vscode.CodeActionKind.QuickFix);
  }
}

async function editOf({
  target,
  proposal,
}: AddWrapperAction): Promise<vscode.WorkspaceEdit | undefined> {
  const { addedWrapper, settingsWithWrapper } = await import('../onFirstUse');
  const text = await readText(target);
  const change = new vscode.WorkspaceEdit();
  if (text === null) {
    change.createFile(target, { ignoreIfExists: true });
    change.insert(target, new vscode.Position(0, 0), settingsWithWrapper(proposal));
    return change;
  }
  const edits = addedWrapper(text, proposal);
  if (edits === null) return undefined;
  for (const { span, newText } of edits) change.replace(target, toRange(span), newText);
  return change;
}

/** On the name of a function that seems to read flags: the entry of `flaglab.yaml` that makes it count. */
export function registerWrapperQuickFixes(indexes: FolderIndexes): vscode.Disposable {
  const provider: vscode.CodeActionProvider = {
    provideCodeActions(document, range) {
      const folder = indexes.of(document.uri);
      const word = document.getWordRangeAtPosition(range.start);
      if (!folder?.index || !word) return [];
      const name = document.getText(word);
      const { proposedWrappers = [] } = folder.index.snapshot();
      const target = uriBelow(folder.folder.uri, settingsFileName);
      return proposedWrappers
        .filter((proposal) => proposal.name === name)
        .map((proposal) => new AddWrapperAction(target, proposal));
    },
    async resolveCodeAction(action) {
      if (!(action instanceof AddWrapperAction)) return action;
      const edit = await editOf(action);
      if (edit) action.edit = edit;
      return action;
    },
  };
  return vscode.languages.registerCodeActionsProvider([...sourceSelector], provider, {
    providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
  });
}
