import * as vscode from 'vscode';
import { expectEqual } from '../support/expectEqual';
import { lensesUntil, some } from '../support/lenses';
import { until } from '../support/until';
import { closeAll, place, write } from '../support/workspace';

/** Ours at a place: line, severity, code, message. */
function messagesAt(uri: vscode.Uri): readonly string[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === 'flaglab')
    .map(({ range, severity, code, message }) =>
      [
        range.start.line + 1,
        vscode.DiagnosticSeverity[severity],
        typeof code === 'object' ? code.value : code,
        message,
      ].join(' | '),
    );
}

/** Our fixes at a place: title and where they begin to write what. */
async function fixesAt(uri: vscode.Uri, position: vscode.Position): Promise<readonly string[]> {
  await vscode.workspace.openTextDocument(uri);
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    uri,
    new vscode.Range(position, position),
    vscode.CodeActionKind.QuickFix.value,
    10,
  );
  return actions
    .filter(({ title }) => title.includes('one_click'))
    .flatMap(({ title, edit }) =>
      (edit?.entries() ?? []).map(([target, [first]]) => {
        const file = vscode.workspace.asRelativePath(target, false);
        const [newText = ''] = first?.newText.split('\n') ?? [];
        return `${title} | ${file}:${(first?.range.start.line ?? 0) + 1} ${newText}`;
      }),
    );
}

const any = (messages: readonly string[]) => messages.length > 0;
const none = (messages: readonly string[]) => messages.length === 0;

describe('messages', () => {
  afterEach(closeAll);

  it('name a key that its definition file does not hold, and the one that is meant', async () => {
    await lensesUntil(place('src/checkout/checkout.ts'), some);
    const uri = place('src/misspelt.ts');
    await write(
      uri,
      "import { OpenFeature } from '@openfeature/server-sdk';\nvoid OpenFeature.getClient().getBooleanValue('one_click_chekout', false);\n",
    );
    expectEqual(await until(() => messagesAt(uri), any), [
      '2 | Information | undefined-flag | “one_click_chekout” is not defined in flags/shop.flagd.json. Did you mean “one_click_checkout”?',
    ]);
    expectEqual(await fixesAt(uri, new vscode.Position(1, 50)), [
      'Change the key to “one_click_checkout” | src/misspelt.ts:2 one_click_checkout',
      'Add “one_click_chekout” to flags/shop.flagd.json | flags/shop.flagd.json:72 ,',
    ]);
    const configuration = vscode.workspace.getConfiguration();
    const target = vscode.ConfigurationTarget.Global;
    await configuration.update('flaglab.diagnostics.undefinedFlags', 'off', target);
    expectEqual(await until(() => messagesAt(uri), none), []);
    await configuration.update('flaglab.diagnostics.undefinedFlags', undefined, target);
    await until(() => messagesAt(uri), any);
    await vscode.workspace.fs.delete(uri);
    expectEqual(await until(() => messagesAt(uri), none), []);
  });

  it('stand at the place of an error in a definition file', async () => {
    const uri = place('flags/broken.flagd.json');
    await write(uri, '{\n  "flags": {\n    "a": {},\n  }\n}\n');
    const messages = await until(() => messagesAt(uri), any);
    expectEqual(
      messages.some((message) => message.startsWith('3 | ')),
      true,
    );
    await vscode.workspace.fs.delete(uri);
    expectEqual(await until(() => messagesAt(uri), none), []);
  });

  it('stand in open plan and settings files, in step with their text', async () => {
    const uri = place('experiments/new_search.experiment.yaml');
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    expectEqual(messagesAt(uri), []);
    const at = document.positionAt(document.getText().indexOf('0.052'));
    const change = new vscode.WorkspaceEdit();
    change.replace(uri, new vscode.Range(at, at.translate(0, 5)), '0');
    await vscode.workspace.applyEdit(change);
    const messages = await until(() => messagesAt(uri), any);
    expectEqual(messages.length, 1);
    expectEqual(messages[0]?.startsWith(`${at.line + 1} | Error | plan-`), true);
    await closeAll();
    expectEqual(await until(() => messagesAt(uri), none), []);
  });
});
