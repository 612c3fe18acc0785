import * as vscode from 'vscode';

/** The place of a text in a document, its end given by `within` characters after its start. */
export async function positionOf(
  uri: vscode.Uri,
  text: string,
  within = 0,
): Promise<vscode.Position> {
  const document = await vscode.workspace.openTextDocument(uri);
  const offset = document.getText().indexOf(text);
  if (offset < 0) throw new Error(`No ${text} in ${uri.path}`);
  return document.positionAt(offset + within);
}

export async function hoverAt(uri: vscode.Uri, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    uri,
    position,
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .join('\n');
}

const fileAndLine = (uri: vscode.Uri, { start }: vscode.Range) =>
  `${vscode.workspace.asRelativePath(uri, false)}:${start.line + 1}`;

/** Places that a provider names, `file:line`, in the order of their names. */
export async function placesBy(
  provider: 'Definition' | 'Reference',
  uri: vscode.Uri,
  position: vscode.Position,
): Promise<readonly string[]> {
  const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
    `vscode.execute${provider}Provider`,
    uri,
    position,
  );
  const places = found.map((target) =>
    'targetUri' in target
      ? fileAndLine(target.targetUri, target.targetSelectionRange ?? target.targetRange)
      : fileAndLine(target.uri, target.range),
  );
  return [...new Set(places)].toSorted();
}

/** Text of a document at each highlight, with its line. */
export async function highlightsAt(
  uri: vscode.Uri,
  position: vscode.Position,
): Promise<readonly string[]> {
  const document = await vscode.workspace.openTextDocument(uri);
  const found = await vscode.commands.executeCommand<vscode.DocumentHighlight[] | undefined>(
    'vscode.executeDocumentHighlights',
    uri,
    position,
  );
  return (found ?? []).map(({ range }) => `${range.start.line + 1} ${document.getText(range)}`);
}
