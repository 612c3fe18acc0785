import * as vscode from 'vscode';
import { expectEqual } from '../support/expectEqual';
import { lensCommand, lensesUntil, some } from '../support/lenses';
import { until } from '../support/until';
import { closeAll, place } from '../support/workspace';

const lens = (folder: string) => lensesUntil(place('code.ts', folder), some);

/** VS Code takes one change of the folders after the other. */
async function changeFolders(
  ...change: Parameters<typeof vscode.workspace.updateWorkspaceFolders>
) {
  const changed = new Promise<void>((resolve) => {
    const waiting = vscode.workspace.onDidChangeWorkspaceFolders(() => {
      waiting.dispose();
      resolve();
    });
  });
  expectEqual(vscode.workspace.updateWorkspaceFolders(...change), true);
  await changed;
}

describe('two workspace folders', () => {
  before(async () => {
    // A virtual file system comes with an extension: its folders are there a little later.
    const folders = await until(
      () => (vscode.workspace.workspaceFolders ?? []).map(({ name }) => name),
      (names) => names.length === 2,
    );
    expectEqual(folders, ['north', 'south']);
  });

  afterEach(closeAll);

  it('each know their own flags', async () => {
    await vscode.window.showTextDocument(place('code.ts', 'north'));
    expectEqual((await lens('north'))[0], '2: winter: on for everyone');
    expectEqual((await lens('south'))[0], '2: winter: on for 50 %');
  });

  it('keep plans in the folder of the read', async () => {
    await lens('south');
    const { command, arguments: args = [] } = await lensCommand(
      place('code.ts', 'south'),
      /^Simulate rollout$/,
    );
    await vscode.commands.executeCommand(command, ...args);
    const input = await until(
      () => vscode.window.tabGroups.activeTabGroup.activeTab?.input,
      (tab) => tab instanceof vscode.TabInputCustom,
    );
    const uri = input instanceof vscode.TabInputCustom ? input.uri : undefined;
    expectEqual(uri?.path, place('experiments/winter.experiment.yaml', 'south').path);
  });

  it('are each read when they come, and forgotten when they go', async () => {
    const folders = vscode.workspace.workspaceFolders ?? [];
    const south = folders.findIndex(({ name }) => name === 'south');
    const south0 = folders[south];
    if (!south0) throw new Error('There is no south.');
    const code = place('code.ts', 'south');
    await changeFolders(south, 1);
    expectEqual(await lensesUntil(code, (lenses) => lenses.length === 0), []);
    await changeFolders(1, 0, { uri: south0.uri, name: 'south' });
    expectEqual((await lensesUntil(code, some))[0], '2: winter: on for 50 %');
  });
});
