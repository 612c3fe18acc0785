import * as vscode from 'vscode';
import { expectEqual } from '../support/expectEqual';
import { lensesUntil, some } from '../support/lenses';
import { until } from '../support/until';
import { closeAll, place, write } from '../support/workspace';

// In Python, which has no other provider here: VS Code waits for all of them.
const text = [
  'from openfeature import api',
  'from vendor_clients import client',
  '',
  'def is_on(key):',
  '    return client.get_boolean_value(key, False)',
  '',
].join('\n');

describe('a function that seems to read flags', () => {
  afterEach(closeAll);

  it('can be made to count, by an entry of flaglab.yaml', async () => {
    await lensesUntil(place('src/checkout/checkout.ts'), some);
    const uri = place('src/wrapper.py');
    await write(uri, text);
    await vscode.workspace.openTextDocument(uri);
    const name = new vscode.Range(3, 5, 3, 5);
    const fixes = () =>
      vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        uri,
        name,
        vscode.CodeActionKind.QuickFix.value,
        10,
      );
    const found = await until(fixes, (actions) => actions.length > 0);
    expectEqual(
      found.map(({ title }) => title),
      ['Let “is_on” count as reading flags, in flaglab.yaml'],
    );
    const [[target, edits] = []] = found[0]?.edit?.entries() ?? [];
    expectEqual(target?.path.endsWith('/flaglab.yaml'), true);
    expectEqual(
      edits?.some((edit) => edit.newText.includes('name: is_on')),
      true,
    );
    await vscode.workspace.fs.delete(uri);
  });
});
