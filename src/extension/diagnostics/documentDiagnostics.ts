import * as vscode from 'vscode';
import { yamlFileOf } from '../yamlHelp/yamlFiles';
import { toDiagnostic } from './toDiagnostic';

const settleMs = 150;

/** Messages for open plan and settings files, in step with their text. */
export function registerDocumentDiagnostics(): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('flaglab.files');
  const timers = new Map<string, number>();
  const publish = async (document: vscode.TextDocument) => {
    const file = yamlFileOf(document);
    if (!file || document.isClosed) return;
    const { version } = document;
    const found = await file.check(document.getText());
    if (document.isClosed || document.version !== version) return;
    collection.set(document.uri, found.map(toDiagnostic));
  };
  const publishSoon = ({ document }: vscode.TextDocumentChangeEvent) => {
    if (!yamlFileOf(document)) return;
    const address = document.uri.toString();
    clearTimeout(timers.get(address));
    timers.set(
      address,
      setTimeout(() => void publish(document), settleMs),
    );
  };
  vscode.workspace.textDocuments.forEach((document) => void publish(document));
  return vscode.Disposable.from(
    collection,
    vscode.workspace.onDidOpenTextDocument((document) => void publish(document)),
    vscode.workspace.onDidChangeTextDocument(publishSoon),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => collection.delete(uri)),
    new vscode.Disposable(() => timers.forEach((timer) => void clearTimeout(timer))),
  );
}
