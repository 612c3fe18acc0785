import * as vscode from 'vscode';
import { expectEqual } from '../support/expectEqual';
import { lensesUntil } from '../support/lenses';
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
    await vscode.workspace.fs.delete(data());
  });

  it('the traffic of past days is written into the plan, as one step that can be undone', async () => {
    // Two weeks: 1,400 a weekday and 700 on Saturday and Sunday, 1,200 on average.
    const rows = [14, 14, 14, 14, 14, 7, 7, 14, 14, 14, 14, 14, 7, 7];
    const csv = rows.map((count, day) => `2027-03-${String(day + 1).padStart(2, '0')},${count}00`);
    const counts = place('experiments/visits.csv');
    await vscode.workspace.fs.writeFile(counts, new TextEncoder().encode(csv.join('\n')));
    const plan = await vscode.workspace.openTextDocument(
      place('experiments/new_search.experiment.yaml'),
    );
    const before = plan.getText();
    await vscode.window.showTextDocument(plan);
    await vscode.commands.executeCommand('flaglab.fitTraffic', plan.uri, counts);
    await until(
      () => plan.getText(),
      (text) =>
        text.includes('newUnitsPerDay: 1200') &&
        text.includes('1.17, 1.17, 1.17, 1.17, 1.17, 0.58'),
    );
    await vscode.commands.executeCommand('undo');
    await until(
      () => plan.getText(),
      (text) => text === before,
    );
    await vscode.workspace.fs.delete(counts);
  });

  it('a result in the plan is said over the flag', async () => {
    const search = place('src/search/search.ts');
    const plan = place('experiments/new_search.experiment.yaml');
    const before = await vscode.workspace.fs.readFile(plan);
    const result = '\nresult: { variant: treatment, date: 2027-03-22, decision: effect-shown }\n';
    await vscode.workspace.fs.writeFile(
      plan,
      new Uint8Array([...before, ...new TextEncoder().encode(result)]),
    );
    const isDecided = (lens: string) => lens.endsWith('decided for treatment, 2027-03-22');
    await lensesUntil(search, (lenses) => lenses.some(isDecided));
    await vscode.workspace.fs.writeFile(plan, before);
    await lensesUntil(search, (lenses) => lenses.length > 0 && !lenses.some(isDecided));
  });
});
