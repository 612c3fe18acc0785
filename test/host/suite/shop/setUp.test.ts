import * as vscode from 'vscode';
import { expectEqual } from '../support/expectEqual';
import { closeAll, exists, place, textOf, write } from '../support/workspace';

async function shownBy(command: string): Promise<vscode.TextDocument> {
  await vscode.commands.executeCommand(command);
  const document = vscode.window.activeTextEditor?.document;
  if (!document) throw new Error(`${command} showed nothing`);
  return document;
}

const files = [
  {
    command: 'flaglab.setUpWorkspace',
    path: 'flaglab.yaml',
    begins: "# Flaglab's settings",
    holds: 'packages/loyalty: loyalty',
  },
  {
    command: 'flaglab.addDefinitions',
    path: 'flags.json',
    begins: '{\n',
    holds: '"profile-export": {',
  },
];

describe('first files', () => {
  afterEach(closeAll);

  for (const { command, path, begins, holds } of files) {
    it(`${command}: ${path} is shown for review, and written only when it is saved`, async () => {
      const { uri, isUntitled, getText } = await shownBy(command);
      expectEqual([isUntitled, uri.path], [true, place(path).path]);
      expectEqual(getText().startsWith(begins), true);
      expectEqual([holds, getText().includes(holds)], [holds, true]);
      expectEqual(await exists(place(path)), false);
    });

    it(`${command}: a ${path} that is there is opened as it is`, async () => {
      await write(place(path), '# mine\n');
      const { uri, getText } = await shownBy(command);
      expectEqual(uri.toString(), place(path).toString());
      expectEqual(getText(), '# mine\n');
      expectEqual(await textOf(place(path)), '# mine\n');
      await closeAll();
      await vscode.workspace.fs.delete(place(path));
    });
  }
});
