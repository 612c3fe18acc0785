import * as vscode from 'vscode';
import { existsSync } from 'node:fs';
import { expectEqual } from '../support/expectEqual';
import { lensesUntil, some } from '../support/lenses';
import { place } from '../support/workspace';

describe('a folder that nobody trusts', () => {
  it('is not trusted', () => {
    expectEqual(vscode.workspace.isTrusted, false);
  });

  it('has its lenses all the same', async () => {
    await vscode.window.showTextDocument(place('src/checkout/checkout.ts'));
    const lenses = await lensesUntil(place('src/checkout/checkout.ts'), some);
    expectEqual(lenses[0], '10: one_click_checkout: on for 10 %');
  });
});
void existsSync;
