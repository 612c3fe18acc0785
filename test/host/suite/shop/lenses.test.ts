import * as vscode from 'vscode';
import { expectEqual } from '../support/expectEqual';
import { lensesOf, lensesUntil, some } from '../support/lenses';
import { closeAll, place, write } from '../support/workspace';

const checkout = () => place('src/checkout/checkout.ts');
const known = ['10: one_click_checkout: on for 10 %', '10: Simulate rollout'];

async function configure(key: string, value: unknown, language?: string): Promise<void> {
  const scope = language ? { languageId: language } : undefined;
  const configuration = vscode.workspace.getConfiguration(undefined, scope);
  const target = vscode.ConfigurationTarget.Global;
  await configuration.update(key, value, target, language !== undefined);
}

async function replace(uri: vscode.Uri, range: vscode.Range, text: string): Promise<void> {
  const change = new vscode.WorkspaceEdit();
  change.replace(uri, range, text);
  await vscode.workspace.applyEdit(change);
}

const top = new vscode.Range(0, 0, 0, 0);

describe('lenses', () => {
  afterEach(closeAll);

  it('say what is known of a flag, and offer a rollout where one is open', async () => {
    await vscode.window.showTextDocument(checkout());
    const lenses = await lensesUntil(checkout(), some);
    expectEqual(lenses, [...known, '22: gift_wrapping: off for everyone']);
  });

  it('say what the code knows where definitions live on a server', async () => {
    const lenses = await lensesUntil(place('packages/account/src/profile.ts'), some);
    expectEqual(
      lenses.map((lens) => lens.replace(/^\d+: /, '')),
      [
        'profile-export: default off',
        'Simulate rollout',
        'passkeys: default off · 2 defaults differ',
        'Simulate rollout',
      ],
    );
  });

  it('say what the plan of a flag asks for, whoever gets it', async () => {
    // 5.2 %, 5 % relative, 80 %: 117,170 a variant by the unpooled z test, 12,000 users a day.
    const asks = 'needs 234,340 users · 20 days · plan ok';
    const uri = place('src/search/search.ts');
    const lenses = await lensesUntil(uri, some);
    expectEqual(
      lenses.some((lens) => lens.endsWith(`: ${asks}`)),
      true,
    );
    const plan = place('experiments/new_search.experiment.yaml');
    const document = await vscode.workspace.openTextDocument(plan);
    const at = document.positionAt(document.getText().indexOf('power: 0.8'));
    await replace(plan, new vscode.Range(at, at), 'looks: 20, ');
    await lensesUntil(uri, (changed) =>
      changed.some((lens) => lens.endsWith(': $(warning) needs 234,340 users · 20 days · peeking')),
    );
    await vscode.window.showTextDocument(document);
    await closeAll();
    await lensesUntil(uri, (back) => back.some((lens) => lens.endsWith(`: ${asks}`)));
  });

  it('open a plan’s panel and its simulation from its text', async () => {
    const lenses = await lensesUntil(place('experiments/new_search.experiment.yaml'), some);
    expectEqual(lenses, ['1: Open simulator', '1: Run']);
  });

  it('are one for several reads of a flag on a line', async () => {
    const uri = place('src/oneLine.ts');
    const text = [
      "import { OpenFeature } from '@openfeature/server-sdk';",
      'const client = OpenFeature.getClient();',
      "const both = [client.getBooleanValue('one_click_checkout', false), client.getBooleanValue('one_click_checkout', false)];",
      "// client.getBooleanValue('one_click_checkout', false)",
      "const text = `client.getBooleanValue('one_click_checkout', false)`;",
    ].join('\n');
    await write(uri, text);
    await vscode.window.showTextDocument(uri);
    const lenses = await lensesUntil(uri, some);
    await vscode.workspace.fs.delete(uri);
    expectEqual(lenses, ['3: one_click_checkout: on for 10 %', '3: Simulate rollout']);
  });

  it('follow unsaved text', async () => {
    await vscode.window.showTextDocument(checkout());
    await replace(checkout(), top, '\n\n');
    const moved = await lensesUntil(checkout(), (lenses) => lenses[0]?.startsWith('12: ') ?? false);
    expectEqual(moved[0], '12: one_click_checkout: on for 10 %');
    await closeAll();
    const back = await lensesUntil(checkout(), (lenses) => lenses[0]?.startsWith('10: ') ?? false);
    expectEqual(back.slice(0, 2), known);
  });

  it('follow the definition file', async () => {
    const uri = place('flags/shop.flagd.json');
    const document = await vscode.workspace.openTextDocument(uri);
    const at = document.positionAt(document.getText().indexOf('["on", 10]') + '["on", '.length);
    await replace(uri, new vscode.Range(at, at.translate(0, 2)), '30');
    const changed = await lensesUntil(checkout(), (lenses) => !lenses.includes(known[0] ?? ''));
    expectEqual(changed[0], '10: one_click_checkout: on for 25 %');
    await vscode.window.showTextDocument(document);
    await closeAll();
    await lensesUntil(checkout(), (lenses) => lenses.includes(known[0] ?? ''));
  });

  it('can be counted, and switched off for all or for a language', async () => {
    await configure('flaglab.codeLens.counts', true);
    expectEqual((await lensesOf(checkout()))[0], `${known[0]} · 3 reads`);
    await configure('flaglab.codeLens.counts', undefined);
    await configure('flaglab.codeLens.enabled', false, 'typescript');
    expectEqual(await lensesOf(checkout()), []);
    expectEqual(some(await lensesOf(place('src/catalog/ProductPage.tsx'))), true);
    await configure('flaglab.codeLens.enabled', undefined, 'typescript');
    await vscode.commands.executeCommand('flaglab.toggleCodeLens');
    expectEqual(await lensesOf(checkout()), []);
    await vscode.commands.executeCommand('flaglab.toggleCodeLens');
    expectEqual(some(await lensesOf(checkout())), true);
    await configure('flaglab.codeLens.enabled', undefined);
  });

  it('come and go with files', async () => {
    const uri = place('src/late/late.ts');
    const text = [
      "import { OpenFeature } from '@openfeature/server-sdk';",
      "void OpenFeature.getClient().getBooleanValue('one_click_chekout', false);",
    ].join('\n');
    await write(uri, text);
    const lenses = await lensesUntil(uri, some);
    expectEqual(lenses[0], '2: one_click_chekout: not defined in flags/shop.flagd.json');
    await vscode.workspace.fs.delete(place('src/late'), { recursive: true });
  });
});
