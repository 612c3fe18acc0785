import * as vscode from 'vscode';
import { expectEqual } from '../support/expectEqual';
import { lensCommand, lensesUntil, some } from '../support/lenses';
import { until } from '../support/until';
import { closeAll, exists, place, textOf } from '../support/workspace';

const activeInput = () => vscode.window.tabGroups.activeTabGroup.activeTab?.input;

async function customTab(): Promise<vscode.TabInputCustom> {
  const input = await until(activeInput, (tab) => tab instanceof vscode.TabInputCustom);
  if (!(input instanceof vscode.TabInputCustom)) throw new Error('No custom editor is open');
  return input;
}

async function simulate(file: string, key: RegExp): Promise<vscode.TabInputCustom> {
  const uri = place(file);
  const lenses = await lensesUntil(uri, some);
  expectEqual(
    lenses.some((lens) => key.test(lens)),
    true,
  );
  const { command, arguments: args = [] } = await lensCommand(
    uri,
    /^Simulate rollout$|^(\$\(warning\) )?needs [\d,]+ users/,
  );
  await vscode.commands.executeCommand(command, ...args);
  return customTab();
}

function documentAt(uri: vscode.Uri): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
}

describe('plans', () => {
  const target = () => place('experiments/one_click_checkout.experiment.yaml');

  afterEach(closeAll);

  it('a flag without one gets a new one, drawn, not saved until the person saves it', async () => {
    const { uri, viewType } = await simulate('src/checkout/checkout.ts', /one_click_checkout/);
    expectEqual(viewType, 'flaglab.simulator');
    expectEqual([uri.scheme, uri.path], ['untitled', target().path]);
    const document = documentAt(uri);
    expectEqual([document?.isDirty, document?.isUntitled], [true, true]);
    const text = document?.getText() ?? '';
    expectEqual(text.includes('flag: one_click_checkout\n'), true);
    expectEqual(text.includes('weight: 90 }'), true);
    expectEqual(await exists(target()), false);

    const again = await simulate('src/checkout/checkout.ts', /one_click_checkout/);
    expectEqual(again.uri.toString(), uri.toString());
    expectEqual(documentAt(uri)?.getText(), text);

    await vscode.commands.executeCommand('workbench.action.files.save');
    await until(() => exists(target()), Boolean);
    expectEqual(await textOf(target()), text);
    const saved = await until(
      activeInput,
      (tab) => tab instanceof vscode.TabInputCustom && tab.uri.scheme !== 'untitled',
    );
    expectEqual(saved instanceof vscode.TabInputCustom, true);
    await closeAll();

    const known = await until(
      () => simulate('src/checkout/checkout.ts', /one_click_checkout/),
      (tab) => tab.uri.scheme !== 'untitled',
    );
    expectEqual(known.uri.toString(), target().toString());
    await closeAll();
    await vscode.workspace.fs.delete(target());
  });

  it('a flag with one gets that one', async () => {
    const { uri } = await simulate('src/search/search.ts', /new_search/);
    expectEqual(uri.toString(), place('experiments/new_search.experiment.yaml').toString());
  });

  it('are opened and run by the lenses above their text', async () => {
    const uri = place('experiments/new_search.experiment.yaml');
    for (const lens of [/^Open simulator$/, /^Run$/]) {
      await vscode.commands.executeCommand('vscode.openWith', uri, 'default');
      await until(activeInput, (tab) => tab instanceof vscode.TabInputText);
      const { command, arguments: args = [] } = await lensCommand(uri, lens);
      await vscode.commands.executeCommand(command, ...args);
      expectEqual((await customTab()).uri.toString(), uri.toString());
      await closeAll();
    }
  });

  it('are written as a comment above the read, which one undo takes back', async () => {
    const uri = place('src/search/search.ts');
    const editor = await vscode.window.showTextDocument(uri);
    const { document } = editor;
    const before = document.getText();
    const at = document.positionAt(before.indexOf('FLAGS.newSearch'));
    editor.selection = new vscode.Selection(at, at);
    await lensesUntil(uri, (lenses) => lenses.some((lens) => lens.includes('needs 234,340 users')));
    await vscode.commands.executeCommand('flaglab.insertPlanComment');
    const line = document.lineAt(at.line).text;
    expectEqual(
      line.trim(),
      '// Experiment: needs 234,340 users, 20 days, plan ok (experiments/new_search.experiment.yaml)',
    );
    expectEqual(document.getText().replace(`${line}\n`, ''), before);
    await vscode.commands.executeCommand('undo');
    expectEqual(document.getText(), before);
  });

  it('have a report, beside them or where it is asked for', async () => {
    const uri = place('experiments/new_search.experiment.yaml');
    const target = place('experiments/new_search.report.html');
    await vscode.commands.executeCommand('flaglab.exportReport', uri, 'html', target);
    const text = await textOf(target);
    expectEqual([text.includes('<svg '), text.includes('seed 1')], [true, true]);
    await vscode.workspace.fs.delete(target);
  });

  it('can be opened as text and drawn again', async () => {
    const uri = place('experiments/new_search.experiment.yaml');
    await vscode.commands.executeCommand('vscode.open', uri);
    await customTab();
    await vscode.commands.executeCommand('flaglab.openPlanAsText');
    const text = await until(activeInput, (tab) => tab instanceof vscode.TabInputText);
    expectEqual(text instanceof vscode.TabInputText, true);
    await vscode.commands.executeCommand('flaglab.openPlanAsPanel');
    expectEqual((await customTab()).uri.toString(), uri.toString());
  });
});
