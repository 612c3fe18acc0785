import * as vscode from 'vscode';

/** Path of a place below a folder, `/` between folders; null if it is not below it. */
export function pathBelow(folder: vscode.Uri, uri: vscode.Uri): string | null {
  if (uri.scheme !== folder.scheme || uri.authority !== folder.authority) return null;
  const prefix = folder.path.endsWith('/') ? folder.path : `${folder.path}/`;
  return uri.path.startsWith(prefix) ? uri.path.slice(prefix.length) : null;
}

/** The place with this path below a folder. */
export function uriBelow(folder: vscode.Uri, path: string): vscode.Uri {
  return vscode.Uri.joinPath(folder, path);
}
