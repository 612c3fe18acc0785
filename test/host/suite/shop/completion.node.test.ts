import * as vscode from 'vscode';
import { expectEqual } from '../support/expectEqual';
import { lensesUntil, some } from '../support/lenses';
import { until } from '../support/until';
import { closeAll, place, write } from '../support/workspace';

const start =
  "import { OpenFeature } from '@openfeature/server-sdk';\nconst client = OpenFeature.getClient();\n";

/** Keys offered at the end of a text, and what is said beside the first one. */
async function offeredAfter(uri: vscode.Uri, text: string): Promise<readonly string[]> {
  const document = await vscode.workspace.openTextDocument(uri);
  const editor = await vscode.window.showTextDocument(document);
  await editor.edit((edit) => {
    edit.replace(new vscode.Range(2, 0, document.lineCount, 0), text);
  });
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    uri,
    document.positionAt(start.length + text.length),
    "'",
  );
  return list.items.flatMap(({ label, kind }) =>
    kind === vscode.CompletionItemKind.Constant && typeof label !== 'string'
      ? [`${label.label}: ${label.description ?? ''}`]
      : [],
  );
}

// Not in the web: all completions are asked for at once, and TypeScript's own has no answer there.
describe('completion', () => {
  afterEach(closeAll);

  const uri = () => place('src/writing.ts');

  before(async () => {
    await lensesUntil(place('src/checkout/checkout.ts'), some);
    await write(uri(), start);
  });
  after(() => vscode.workspace.fs.delete(uri()));

  it('offers keys where a read’s key is being written, with what is known', async () => {
    const offered = await until(() => offeredAfter(uri(), "client.getBooleanValue('"), some);
    expectEqual(offered.includes('one_click_checkout: on for 10 %'), true);
    expectEqual(offered.includes('new_search: on for 50 %'), true);
    expectEqual(
      offered.some((key) => key.startsWith('passkeys')),
      false,
    );
  });

  it('offers keys of the value’s type first', async () => {
    const [first] = await offeredAfter(uri(), "client.getNumberValue('rec");
    expectEqual(first, 'recommendations_limit: few (4) for everyone');
  });

  it('offers no keys in another string', async () => {
    expectEqual(await offeredAfter(uri(), "client.getStringValue('product_page_layout', '"), []);
  });
});
