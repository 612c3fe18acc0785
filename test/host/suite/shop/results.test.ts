import * as vscode from 'vscode';
import { expectEqual } from '../support/expectEqual';
import { until } from '../support/until';
import { closeAll, place } from '../support/workspace';

const reports = () =>
  vscode.workspace.textDocuments.filter(
    ({ languageId, isUntitled }) => languageId === 'markdown' && isUntitled,
  );

describe('results', () => {
  const data = () => place('experiments/results.csv');

  afterEach(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(data());
  });

  it('a CSV is analysed as the plan says, the report beside it', async () => {
    const csv = 'variant,users,conversion\ncontrol,117200,6094\ntreatment,117100,6480\n';
    await vscode.workspace.fs.writeFile(data(), new TextEncoder().encode(csv));
    const plan = place('experiments/new_search.experiment.yaml');
    // It ends when somebody answers whether to write the decision down.
    void vscode.commands.executeCommand('flaglab.analyzeResults', plan, data());
    const [report] = await until(reports, (found) => found.length > 0);
    const text = report?.getText() ?? '';
    expectEqual(text.includes('The effect is shown'), true);
    expectEqual(text.includes('Sample ratio: fits the weights'), true);
  });
});
