import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { expectEqual } from '../support/expectEqual';
import { until } from '../support/until';
import { closeAll, place } from '../support/workspace';

/** What is used of VS Code's own Git extension. */
interface GitApi {
  openRepository(root: vscode.Uri): Promise<unknown>;
  toGitUri(uri: vscode.Uri, ref: string): vscode.Uri;
}

const root = () => place('');

function git(...args: readonly string[]): void {
  const who = ['-c', 'user.name=Ann', '-c', 'user.email=ann@example.com'];
  execFileSync('git', [...who, ...args], { cwd: root().fsPath, stdio: 'ignore' });
}

async function gitApi(): Promise<GitApi> {
  const extension = vscode.extensions.getExtension<{ getAPI(version: 1): GitApi }>('vscode.git');
  const api = (await extension?.activate())?.getAPI(1);
  if (!api) throw new Error('There is no Git extension.');
  return api;
}

describe('a repository', () => {
  before(() => {
    git('init', '--quiet');
    git('add', '.');
    git('commit', '--quiet', '-m', 'The shop');
  });

  afterEach(closeAll);

  after(() => rmSync(path.join(root().fsPath, '.git'), { recursive: true }));

  it('compares a changed plan file as two texts', async () => {
    const uri = place('experiments/new_search.experiment.yaml');
    const api = await gitApi();
    await api.openRepository(root());
    const before = api.toGitUri(uri, 'HEAD');
    await vscode.commands.executeCommand('vscode.diff', before, uri, 'a comparison');
    const shown = await until(
      () => vscode.window.visibleTextEditors.map(({ document }) => document.uri.scheme),
      (editors) => editors.length === 2,
    );
    expectEqual(shown.toSorted(), ['file', 'git']);
    const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    expectEqual(input instanceof vscode.TabInputTextDiff, true);
  });

  it('shows the committed version of a plan file as text', async () => {
    const api = await gitApi();
    const before = api.toGitUri(place('experiments/new_search.experiment.yaml'), 'HEAD');
    await vscode.commands.executeCommand('vscode.open', before);
    const input = await until(
      () => vscode.window.tabGroups.activeTabGroup.activeTab?.input,
      (tab) => tab !== undefined,
    );
    expectEqual(input instanceof vscode.TabInputText, true);
  });
});
