import * as vscode from 'vscode';
import { expectEqual } from '../support/expectEqual';
import { lensesOf } from '../support/lenses';

const source = [
  "import { OpenFeature } from '@openfeature/server-sdk';",
  "void OpenFeature.getClient().getBooleanValue('a', false);",
].join('\n');

describe('a window without a folder', () => {
  it('has no lenses, and nothing fails', async () => {
    const document = await vscode.workspace.openTextDocument({
      language: 'typescript',
      content: source,
    });
    await vscode.window.showTextDocument(document);
    expectEqual(await lensesOf(document.uri), []);
    await vscode.extensions.getExtension('flaglab.flaglab')?.activate();
    await vscode.commands.executeCommand('flaglab.refresh');
    expectEqual(await lensesOf(document.uri), []);
    await vscode.commands.executeCommand('flaglab.setUpWorkspace');
    await vscode.commands.executeCommand('flaglab.addDefinitions');
    expectEqual(vscode.window.activeTextEditor?.document.uri.toString(), document.uri.toString());
    await vscode.commands.executeCommand('flaglab.flags.focus');
  });
});
