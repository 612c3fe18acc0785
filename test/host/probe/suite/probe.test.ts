import * as vscode from 'vscode';

describe('the extension host', () => {
  it('has the extension and sees the workspace', async () => {
    await vscode.extensions.getExtension('flaglab-test.probe')?.activate();
    const commands = await vscode.commands.getCommands();
    if (!commands.includes('probe.describe')) throw new Error('The probe is not active');
    const files = await vscode.workspace.findFiles('src/*');
    if (files.length !== 1) throw new Error(`Expected one file, not ${files.join(', ')}`);
  });
});
