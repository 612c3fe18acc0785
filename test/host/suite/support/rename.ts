import * as vscode from 'vscode';

/** Renames as F2 does; the reason where nobody accepts. */
export async function rename(
  uri: vscode.Uri,
  position: vscode.Position,
  newName: string,
): Promise<readonly string[]> {
  try {
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      uri,
      position,
      newName,
    );
    return edit
      .entries()
      .flatMap(([target, edits]) =>
        edits.map(
          ({ range, newText }) =>
            `${vscode.workspace.asRelativePath(target, false)}:${range.start.line + 1} ${newText}`,
        ),
      )
      .toSorted();
  } catch (error) {
    return [`refused: ${error instanceof Error ? error.message : String(error)}`];
  }
}
