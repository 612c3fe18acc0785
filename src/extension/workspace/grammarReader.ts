import * as vscode from 'vscode';

/** Reads the bytes of a WebAssembly file of the extension's `dist/grammars`, by its name without ending. */
export function grammarReader(extensionUri: vscode.Uri): (name: string) => Promise<Uint8Array> {
  const folder = vscode.Uri.joinPath(extensionUri, 'dist', 'grammars');
  return async (name) =>
    await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, `${name}.wasm`));
}
