import * as vscode from 'vscode';
import { expectEqual } from '../support/expectEqual';
import { until } from '../support/until';
import { closeAll, place } from '../support/workspace';

/** Stands in for source control and reviews. */
const provider: vscode.TextDocumentContentProvider = {
  provideTextDocumentContent: () => 'version: 1\nflag: new_search\n',
};

const saved = () => place('experiments/new_search.experiment.yaml');

/** Addresses of the visible text editors once a comparison with another version is shown. */
async function compared(before: vscode.Uri): Promise<readonly string[]> {
  await vscode.commands.executeCommand('vscode.diff', before, saved(), 'a comparison');
  const input = await until(
    () => vscode.window.tabGroups.activeTabGroup.activeTab?.input,
    (tab) => tab !== undefined,
  );
  expectEqual(input instanceof vscode.TabInputTextDiff, true);
  const shown = await until(
    () => vscode.window.visibleTextEditors.map(({ document }) => document.uri.toString()),
    (editors) => editors.length === 2,
  );
  return shown.toSorted();
}

describe('comparing plan files', () => {
  afterEach(closeAll);

  for (const scheme of ['gitlens', 'review']) {
    it(`${scheme}: shows two texts, never a panel`, async () => {
      const registered = vscode.workspace.registerTextDocumentContentProvider(scheme, provider);
      const before = vscode.Uri.from({ scheme, path: saved().path, query: 'before' });
      const shown = await compared(before);
      registered.dispose();
      expectEqual(shown, [before.toString(), saved().toString()].toSorted());
    });
  }
});
