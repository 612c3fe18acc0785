import * as vscode from 'vscode';
import { settings } from '../settings';
import { uriBelow } from '../workspace/folderPaths';
import type { FolderIndexes } from '../workspace/folderIndexes';
import { toDiagnostic } from './toDiagnostic';
import { undefinedFlags } from './undefinedFlags';

/** What reading the folders found wrong: in definition files, and with keys that nothing defines. */
export function registerIndexDiagnostics(indexes: FolderIndexes): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('flaglab.flags');
  const publish = () => {
    const byFile = new Map<string, { uri: vscode.Uri; found: vscode.Diagnostic[] }>();
    for (const folder of indexes.all()) {
      if (!folder.index) continue;
      for (const diagnostic of [
        ...folder.index.snapshot().diagnostics,
        ...undefinedFlags(folder),
      ]) {
        const uri = uriBelow(folder.folder.uri, diagnostic.file);
        const entry = byFile.get(uri.toString()) ?? { uri, found: [] };
        entry.found.push(toDiagnostic(diagnostic));
        byFile.set(uri.toString(), entry);
      }
    }
    collection.clear();
    collection.set([...byFile.values()].map(({ uri, found }) => [uri, found]));
  };
  return vscode.Disposable.from(
    collection,
    indexes.onDidChange(publish),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(settings.undefinedFlags.key)) publish();
    }),
  );
}
