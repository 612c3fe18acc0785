import * as vscode from 'vscode';
import { sourceSelector } from '../languages';
import { settings } from '../settings';
import { uriBelow } from '../workspace/folderPaths';
import type { FolderIndexes } from '../workspace/folderIndexes';
import { toDiagnostic } from './toDiagnostic';
import { findingsOf } from './findingsOf';

/** What reading the folders found wrong: in definition files, and with flags: undefined, defined twice, read in different ways. */
export function registerIndexDiagnostics(indexes: FolderIndexes): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('flaglab.flags');
  const publish = () => {
    const byFile = new Map<string, { uri: vscode.Uri; found: vscode.Diagnostic[] }>();
    for (const folder of indexes.all()) {
      if (!folder.index) continue;
      for (const diagnostic of [...folder.index.snapshot().diagnostics, ...findingsOf(folder)]) {
        const uri = uriBelow(folder.folder.uri, diagnostic.file);
        // Of folders within each other the inner one knows its own files best.
        if (indexes.of(uri) !== folder) continue;
        const entry = byFile.get(uri.toString()) ?? { uri, found: [] };
        entry.found.push(toDiagnostic(diagnostic));
        byFile.set(uri.toString(), entry);
      }
    }
    collection.clear();
    collection.set([...byFile.values()].map(({ uri, found }) => [uri, found]));
  };
  // Messages come without lenses, too.
  const startFor = (editor: vscode.TextEditor | undefined) => {
    if (editor && vscode.languages.match([...sourceSelector], editor.document) > 0) indexes.start();
  };
  startFor(vscode.window.activeTextEditor);
  return vscode.Disposable.from(
    collection,
    vscode.window.onDidChangeActiveTextEditor(startFor),
    indexes.onDidChange(publish),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(settings.undefinedFlags.key)) publish();
    }),
  );
}
