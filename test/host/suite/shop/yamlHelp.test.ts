import * as vscode from 'vscode';
import { expectEqual } from '../support/expectEqual';
import { until } from '../support/until';
import { closeAll, place, write } from '../support/workspace';

async function completionsAt(uri: vscode.Uri, position: vscode.Position) {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    uri,
    position,
  );
  return list.items
    .filter(({ kind }) => kind === vscode.CompletionItemKind.Property)
    .map(({ label }) => (typeof label === 'string' ? label : label.label));
}

async function hoverAt(uri: vscode.Uri, position: vscode.Position): Promise<string> {
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

const files = [
  { path: 'experiments/help.experiment.yaml', text: 'version: 1\nflag: a\n', key: 'hypothesis' },
  { path: 'flaglab.yaml', text: 'version: 1\nexclude: []\n', key: 'include' },
];

describe('help while writing', () => {
  afterEach(closeAll);

  for (const { path, text, key } of files) {
    it(`${path}: keys are offered and explained, in whatever language the file opens`, async () => {
      const uri = place(path);
      await write(uri, text);
      const opened = await vscode.workspace.openTextDocument(uri);
      // Another test may have held the document, with what stood in it then.
      await until(
        () => opened.getText(),
        (shown) => shown === text,
      );
      for (const language of ['yaml', 'plaintext']) {
        await vscode.languages.setTextDocumentLanguage(opened, language);
        const offered = await completionsAt(uri, new vscode.Position(2, 0));
        expectEqual([language, offered.includes(key)], [language, true]);
        expectEqual(offered.includes('version'), false);
        const hover = await hoverAt(uri, new vscode.Position(1, 2));
        expectEqual([language, hover.length > 20], [language, true]);
      }
      await vscode.workspace.fs.delete(uri);
    });
  }
});
