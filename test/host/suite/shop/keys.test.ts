import * as vscode from 'vscode';
import { expectEqual } from '../support/expectEqual';
import { lensesUntil, some } from '../support/lenses';
import { highlightsAt, hoverAt, placesBy, positionOf } from '../support/providers';
import { rename } from '../support/rename';
import { until } from '../support/until';
import { closeAll, place, write } from '../support/workspace';

const checkout = () => place('src/checkout/checkout.ts');
const definitions = () => place('flags/shop.flagd.json');
const inKey = async (uri: vscode.Uri, key: string) => positionOf(uri, key, 3);

/**
 * Stands for a language's own rename, as not every host has one: it renames the word under the cursor, and is asked after
 * ours. Some say beforehand whether they can, some do not.
 */
function ownRename(prepares: boolean): vscode.Disposable {
  const wordAt = (document: vscode.TextDocument, position: vscode.Position) =>
    document.getWordRangeAtPosition(position) ?? new vscode.Range(position, position);
  return vscode.languages.registerRenameProvider('*', {
    ...(prepares && { prepareRename: wordAt }),
    provideRenameEdits(document, position, newName) {
      const edit = new vscode.WorkspaceEdit();
      edit.replace(document.uri, wordAt(document, position), newName);
      return edit;
    },
  });
}

describe('a key of a flag', () => {
  before(async () => {
    await lensesUntil(checkout(), some);
  });
  afterEach(closeAll);

  it('is explained in a definition file', async () => {
    // Without a schema: the editor's own hover would ask the network for it.
    const uri = place('flags/late.flagd.json');
    await write(
      uri,
      '{ "flags": { "late_flag": { "state": "DISABLED", "variants": { "on": true }, "defaultVariant": "on" } } }',
    );
    const at = await inKey(uri, 'late_flag');
    const text = await until(
      () => hoverAt(uri, at),
      (shown) => shown.includes('No read of it was found'),
    );
    expectEqual(text.includes('the default in the code'), true);
    await vscode.workspace.fs.delete(uri);
  });

  it('leads from the definition file to everything: itself, constants and reads', async () => {
    const at = await inKey(definitions(), 'new_search');
    expectEqual(await placesBy('Definition', definitions(), at), ['flags/shop.flagd.json:15']);
    expectEqual(await placesBy('Reference', definitions(), at), [
      'flags/shop.flagd.json:15',
      'src/flags.ts:5',
      'src/search/SearchBox.jsx:4',
      'src/search/search.ts:6',
    ]);
  });

  it('is highlighted in its own text only', async () => {
    expectEqual(await highlightsAt(definitions(), await inKey(definitions(), 'gift_wrapping')), [
      '31 gift_wrapping',
    ]);
  });

  it('is renamed in code, constants, definitions and plans', async () => {
    const box = place('src/search/SearchBox.jsx');
    expectEqual(await rename(box, await inKey(box, 'new_search'), 'search_by_meaning'), [
      'experiments/new_search.experiment.yaml:3 search_by_meaning',
      'flags/shop.flagd.json:15 search_by_meaning',
      'src/flags.ts:5 search_by_meaning',
      'src/search/SearchBox.jsx:4 search_by_meaning',
    ]);
  });

  for (const prepares of [true, false]) {
    it(`leaves every other name to the language, which ${prepares ? 'says' : 'does not say'} whether it can`, async () => {
      const own = ownRename(prepares);
      const uri = place(`src/plain${String(prepares)}.ts`);
      const path = vscode.workspace.asRelativePath(uri, false);
      try {
        await write(
          uri,
          "import { flags } from './flags';\nconst shown = flags.getBooleanValue('gift_wrapping', false);\n",
        );
        await lensesUntil(uri, some);
        const edits = await rename(uri, await positionOf(uri, 'shown', 2), 'visible');
        expectEqual(edits, [`${path}:2 visible`]);
        const ofKey = await rename(uri, await inKey(uri, 'gift_wrapping'), 'gift_paper');
        expectEqual(ofKey.includes('flags/shop.flagd.json:31 gift_paper'), true);
      } finally {
        own.dispose();
        await vscode.workspace.fs.delete(uri);
      }
    });
  }
});
