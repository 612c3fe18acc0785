import * as vscode from 'vscode';
import type { FileDiagnostic } from '../../core/model/diagnostic';
import type { RelatedPlace } from '../../core/model/flagFinding';
import { sourceSelector } from '../languages';
import { locationOf } from '../places/flagPlaces';
import { settings } from '../settings';
import type { FlagVerdicts } from '../stale/flagVerdicts';
import { uriBelow } from '../workspace/folderPaths';
import type { FolderIndexes } from '../workspace/folderIndexes';
import { toDiagnostic } from './toDiagnostic';
import { findingsOf } from './findingsOf';

/** What reading the folders found wrong: in definition files, and with flags: undefined, defined twice, read in different ways. */
export function registerIndexDiagnostics(
  indexes: FolderIndexes,
  verdicts: FlagVerdicts,
): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('flaglab.flags');
  const publish = () => {
    const byFile = new Map<string, { uri: vscode.Uri; found: vscode.Diagnostic[] }>();
    for (const folder of indexes.all()) {
      if (!folder.index) continue;
      const add = (found: FileDiagnostic, related: readonly RelatedPlace[]) => {
        const uri = uriBelow(folder.folder.uri, found.file);
        // Of folders within each other the inner one knows its own files best.
        if (indexes.of(uri) !== folder) return;
        const entry = byFile.get(uri.toString()) ?? { uri, found: [] };
        const diagnostic = toDiagnostic(found);
        diagnostic.relatedInformation = related.map(
          (place) =>
            new vscode.DiagnosticRelatedInformation(locationOf(folder, place), place.message),
        );
        entry.found.push(diagnostic);
        byFile.set(uri.toString(), entry);
      };
      for (const found of folder.index.snapshot().diagnostics) add(found, []);
      for (const found of findingsOf(folder, verdicts)) add(found, found.related);
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
    verdicts.onDidChange(publish),
    vscode.workspace.onDidChangeConfiguration((event) => {
      const ours = [settings.undefinedFlags, settings.differences, settings.stale];
      if (ours.some(({ key }) => event.affectsConfiguration(key))) publish();
    }),
  );
}
