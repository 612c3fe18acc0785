import * as vscode from 'vscode';
import { expectEqual } from '../support/expectEqual';
import { lensesUntil } from '../support/lenses';
import { until } from '../support/until';
import { closeAll, place } from '../support/workspace';

const canary = (stepWeight: number) => `apiVersion: flagger.app/v1beta1
kind: Canary
metadata: { name: checkout }
spec:
  analysis:
    interval: 1m
    threshold: 10
    maxWeight: 50
    stepWeight: ${stepWeight}
    metrics:
      - { name: request-success-rate, thresholdRange: { min: 99 }, interval: 1m }
`;

describe('rollouts', () => {
  const file = () => place('deploy/canary.yaml');
  const write = (text: string) =>
    vscode.workspace.fs.writeFile(file(), new TextEncoder().encode(text));

  afterEach(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(file());
  });

  it('a lens above the steps says what a bad release meets, and follows the text', async () => {
    await write(canary(5));
    const says = (words: string) => (lens: string) => lens.includes(words);
    const first = 'rolls back 25 % of the time · median 19 min';
    await lensesUntil(file(), (lenses) => lenses.some(says(first)));
    const document = await vscode.workspace.openTextDocument(file());
    const line = document
      .getText()
      .split('\n')
      .findIndex((text) => text.includes('stepWeight'));
    const edit = new vscode.WorkspaceEdit();
    edit.replace(file(), document.lineAt(line).range, '    stepWeight: 50');
    await vscode.workspace.applyEdit(edit);
    await lensesUntil(
      file(),
      (lenses) => lenses.some(says('at 1 % errors')) && !lenses.some(says(first)),
    );
    await document.save();
    await vscode.commands.executeCommand('flaglab.showRollout', file());
    // A click on the lens opens the panel beside the text.
    const shown = await until(
      () =>
        vscode.window.tabGroups.all
          .flatMap(({ tabs }) => tabs)
          .filter(
            ({ input }) =>
              input instanceof vscode.TabInputWebview && input.viewType.includes('flaglab.rollout'),
          ),
      (found) => found.length > 0,
    );
    expectEqual(shown[0]?.label, 'Rollout: canary.yaml');
  });

  it('what cannot work is a message', async () => {
    await write(canary(5).replace(/ {4}metrics:[^]*/, ''));
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(file()));
    await lensesUntil(file(), (lenses) => lenses.some((lens) => lens.includes('never rolls back')));
    const messages = await until(
      () => vscode.languages.getDiagnostics(file()).map(({ message }) => message),
      (found) => found.length > 0,
    );
    expectEqual(messages[0]?.includes('catches nothing'), true);
  });
});
