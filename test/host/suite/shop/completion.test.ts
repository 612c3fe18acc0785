import * as vscode from 'vscode';
import { expectEqual } from '../support/expectEqual';
import { lensesUntil, some } from '../support/lenses';
import { until } from '../support/until';
import { closeAll, place, write } from '../support/workspace';

const start = 'from openfeature import api\n\nclient = api.get_client()\n';
const call = 'client.get_boolean_value(';

describe('completion of a key', () => {
  before(async () => {
    await lensesUntil(place('src/checkout/checkout.ts'), some);
  });
  afterEach(closeAll);

  // In Python, which has no other provider here: VS Code waits for all of them.
  it('comes up with a quote', async () => {
    const uri = place('src/quote.py');
    await write(uri, `${start}${call})\n`);
    const editor = await vscode.window.showTextDocument(uri);
    const at = new vscode.Position(3, call.length);
    editor.selection = new vscode.Selection(at, at);
    await vscode.commands.executeCommand('type', { text: "'" });
    await until(
      () => vscode.commands.executeCommand('acceptSelectedSuggestion'),
      () => /value\('\w/.test(editor.document.getText()),
    );
    const [, key = ''] = /value\('(\w*)/.exec(editor.document.getText()) ?? [];
    const keys = [
      'free_shipping_banner',
      'express_delivery',
      'gift_wrapping',
      'new_search',
      'one_click_checkout',
      'order_tracking_map',
    ];
    expectEqual(keys.includes(key) ? '' : editor.document.getText(), '');
    await closeAll();
    await vscode.workspace.fs.delete(uri);
  });
});
