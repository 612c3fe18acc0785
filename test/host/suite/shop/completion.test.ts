import * as vscode from 'vscode';
import { expectEqual } from '../support/expectEqual';
import { until } from '../support/until';
import { closeAll, place, write } from '../support/workspace';

const start =
  "import { OpenFeature } from '@openfeature/server-sdk';\nconst client = OpenFeature.getClient();\n";

describe('completion of a key', () => {
  afterEach(closeAll);

  it('comes up with a quote', async () => {
    const uri = place('src/quote.ts');
    await write(uri, `${start}void client.getBooleanValue();\n`);
    const editor = await vscode.window.showTextDocument(uri);
    const at = new vscode.Position(2, 'void client.getBooleanValue('.length);
    editor.selection = new vscode.Selection(at, at);
    await vscode.commands.executeCommand('type', { text: "'" });
    await until(
      () => vscode.commands.executeCommand('acceptSelectedSuggestion'),
      () => !editor.document.getText().includes("getBooleanValue('')"),
    );
    const [, key = ''] = /getBooleanValue\('(\w*)'\)/.exec(editor.document.getText()) ?? [];
    expectEqual(
      [
        'free_shipping_banner',
        'express_delivery',
        'gift_wrapping',
        'new_search',
        'one_click_checkout',
        'order_tracking_map',
      ].includes(key),
      true,
    );
    await closeAll();
    await vscode.workspace.fs.delete(uri);
  });
});
