import * as vscode from 'vscode';

const scheme = 'flaglab-shown';

/** Texts that are shown and belong to no file: a commit, a review. They are read only and gone with their editors. */
export interface ShownTexts extends vscode.Disposable {
  /** The address of a text; the same name again replaces the text. `name` says what it is, with an ending that tells its language. */
  put(name: string, text: string): vscode.Uri;
}

export function createShownTexts(): ShownTexts {
  const texts = new Map<string, string>();
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const registered = vscode.Disposable.from(
    changed,
    vscode.workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: changed.event,
      provideTextDocumentContent: (uri) => texts.get(uri.path) ?? '',
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      if (uri.scheme === scheme) texts.delete(uri.path);
    }),
  );
  return {
    put(name, text) {
      const uri = vscode.Uri.from({ scheme, path: `/${name}` });
      texts.set(uri.path, text);
      changed.fire(uri);
      return uri;
    },
    dispose: () => registered.dispose(),
  };
}
