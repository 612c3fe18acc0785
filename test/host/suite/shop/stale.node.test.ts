import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { expectEqual } from '../support/expectEqual';
import { lensesUntil } from '../support/lenses';
import { hoverAt, positionOf } from '../support/providers';
import { until } from '../support/until';
import { closeAll, place, textOf, write } from '../support/workspace';

const dayMs = 86_400_000;

/** A commit of all there is, so many days ago at noon. */
function commit(daysAgo: number, message: string): void {
  const date = `${Math.floor((Date.now() - daysAgo * dayMs) / 1000)} +0000`;
  const who = ['-c', 'user.name=Ann', '-c', 'user.email=ann@example.com'];
  const env = { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
  const git = (...args: readonly string[]) =>
    execFileSync('git', [...who, ...args], { cwd: place('').fsPath, stdio: 'ignore', env });
  git('init', '--quiet', '--initial-branch=main');
  git('add', '.');
  git('commit', '--quiet', '-m', message);
}

const definitions = place('services/cart/flags.flagd.json');
const source = place('services/cart/cart.ts');
const flags = (variant: string) => `{
  "flags": {
    "cart_v2": {
      "state": "ENABLED",
      "variants": { "on": true, "off": false },
      "defaultVariant": "${variant}"
    }
  }
}
`;

function messages(): readonly string[] {
  return vscode.languages
    .getDiagnostics(definitions)
    .filter(({ source: from }) => from === 'flaglab')
    .map(({ severity, code, message }) => {
      const { value, target } =
        typeof code === 'object' ? code : { value: code, target: undefined };
      const words = message.replace(/\(commit \w+\)/, '(commit)');
      return `${vscode.DiagnosticSeverity[severity]} ${value} ${target?.fragment} ${words}`;
    });
}

async function fixes(): Promise<readonly vscode.CodeAction[]> {
  const at = await positionOf(definitions, 'cart_v2', 1);
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    definitions,
    new vscode.Range(at, at),
    vscode.CodeActionKind.QuickFix.value,
  );
}

async function run(title: RegExp, ...given: readonly unknown[]): Promise<void> {
  const command = (await fixes()).find((action) => title.test(action.title))?.command;
  if (!command) throw new Error(`No fix ${title}`);
  await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []), ...given);
}

describe('a flag that was launched long ago', () => {
  before(async () => {
    await write(place('services/cart/package.json'), '{ "name": "cart" }\n');
    await write(
      source,
      "import { OpenFeature } from '@openfeature/server-sdk';\nexport const isNew = OpenFeature.getClient().getBooleanValue('cart_v2', false);\n",
    );
    await write(definitions, flags('off'));
    commit(200, 'Add cart_v2');
    await write(definitions, flags('on'));
    commit(94, 'Launch cart_v2');
  });

  afterEach(closeAll);

  after(async () => {
    rmSync(path.join(place('').fsPath, '.git'), { recursive: true });
    rmSync(path.join(place('').fsPath, 'services'), { recursive: true });
    rmSync(path.join(place('').fsPath, 'flaglab.yaml'), { force: true });
    await vscode.commands.executeCommand('flaglab.refresh');
  });

  it('is told by lens, hover and message, with what to keep', async () => {
    await vscode.commands.executeCommand('flaglab.refresh');
    const launched = '2: cart_v2: launched 94 days ago: keep `on`';
    const lenses = await lensesUntil(source, (found) => found.includes(launched));
    expectEqual(lenses.includes(launched), true);
    const hover = await hoverAt(source, await positionOf(source, 'cart_v2', 2));
    expectEqual(hover.includes('**Launched 94 days ago: keep `on`**'), true);
    expectEqual(await until(messages, (found) => found.length > 0), [
      'Warning flag-one-sided flag-one-sided “cart_v2”: One value for everyone for 94 days (commit): keep `on`.',
    ]);
  });

  it('has fixes: the commit that launched it, an expiry, and a reason to keep it', async () => {
    await until(messages, (found) => found.length > 0);
    expectEqual(
      (await fixes()).map(({ title }) => title).filter((title) => title.includes('cart_v2')),
      [
        'Keep “cart_v2”, and say why...',
        'Say until when “cart_v2” is to live...',
        'Open the commit that launched “cart_v2”',
      ],
    );
    await run(/^Open the commit/);
    const shown = vscode.window.activeTextEditor?.document.getText() ?? '';
    expectEqual(
      shown.includes('Launch cart_v2') && shown.includes('+      "defaultVariant"'),
      true,
    );
    await run(/until when/, '2099-01-31');
    expectEqual(
      (await textOf(definitions)).includes('"metadata": { "expires": "2099-01-31" }'),
      true,
    );
    await run(/^Keep/, 'Needed for the fair', '2099-01-31');
    expectEqual(
      await textOf(place('flaglab.yaml')),
      'version: 1\nkeep:\n  - { key: cart_v2, until: "2099-01-31", reason: Needed for the fair }\n',
    );
    expectEqual(await until(messages, (found) => found.length === 0), []);
  });

  it('is told of a change against a branch', async () => {
    await vscode.commands.executeCommand('flaglab.reviewChanges', 'main');
    const text = await until(
      async () => {
        const uri = vscode.Uri.from({ scheme: 'flaglab-shown', path: '/Flags since main.md' });
        return (await vscode.workspace.openTextDocument(uri)).getText();
      },
      (found) => found !== '',
    );
    expectEqual(text.split('\n')[0]?.startsWith('### Flags in this change: no flag changed'), true);
  });
});
