import * as vscode from 'vscode';
import type { CommentPlacer } from '../../engine/factsReader';
import { fromPosition } from '../spans';
import { pathBelow } from '../workspace/folderPaths';
import type { FoundFlag } from './flagPlace';

/** Writes what the plan of a flag asks for as a comment above the read at hand: only a comment, one undo step. */
export async function insertPlanComment(
  { folder, flag }: FoundFlag,
  placer: CommentPlacer,
): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const path = editor && pathBelow(folder.folder.uri, editor.document.uri);
  const [plan] = folder.plansOf(flag.key);
  const words = folder.planWordsOf(flag.key);
  if (!editor || path === null || path === undefined || plan === undefined || words === null) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('{0} has no plan whose size is known: there is nothing to write.', flag.key),
    );
    return;
  }
  const { document, selection } = editor;
  const { line } = fromPosition(selection.active);
  const reads = folder.index?.readsIn(path).filter(({ key }) => key === flag.key) ?? [];
  const read = reads.find(({ span }) => span.start.line === line) ?? reads[0];
  if (read === undefined) return;
  const { version } = document;
  const { start } = read.span;
  const insertion = await placer.commentAbove(path, document.getText(), {
    offset: document.offsetAt(new vscode.Position(start.line, start.column)),
    words: `Experiment: ${words.short.replaceAll(' · ', ', ')} (${plan})`,
  });
  if (insertion === null || document.version !== version) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('There is no place here where a comment would certainly be one.'),
    );
    return;
  }
  const change = new vscode.WorkspaceEdit();
  change.insert(document.uri, document.positionAt(insertion.offset), insertion.newText);
  await vscode.workspace.applyEdit(change);
}
