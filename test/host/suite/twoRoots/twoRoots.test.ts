import * as vscode from 'vscode';
import { expectEqual } from '../support/expectEqual';
import { lensCommand, lensesUntil, some } from '../support/lenses';
import { until } from '../support/until';
import { closeAll, place } from '../support/workspace';

const lens = (folder: string) => lensesUntil(place('code.ts', folder), some);

describe('two workspace folders', () => {
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
    vscode.workspace.updateWorkspaceFolders(south, 1);
    expectEqual(await lensesUntil(code, (lenses) => lenses.length === 0), []);
    vscode.workspace.updateWorkspaceFolders(1, 0, { uri: south0.uri, name: 'south' });
    expectEqual((await lensesUntil(code, some))[0], '2: winter: on for 50 %');
  });
});
