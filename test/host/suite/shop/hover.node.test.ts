import * as vscode from 'vscode';
import { expectEqual } from '../support/expectEqual';
import { lensesUntil, some } from '../support/lenses';
import { hoverAt, positionOf } from '../support/providers';
import { closeAll, place } from '../support/workspace';

const checkout = () => place('src/checkout/checkout.ts');
const search = () => place('src/search/search.ts');
const inKey = async (uri: vscode.Uri, key: string) => positionOf(uri, key, 3);

// Not in the web: all hovers are asked for at once, and TypeScript's own has no answer there.
describe('a key of a flag in code', () => {
  before(async () => {
    await lensesUntil(checkout(), some);
  });
  afterEach(closeAll);

  it('is explained under the pointer: who gets it, where it is defined, how often it is read', async () => {
    const missing = async (uri: vscode.Uri, key: string, words: readonly string[]) => {
      const text = (await hoverAt(uri, await inKey(uri, key))).replaceAll('\\', '');
      return words.some((word) => !text.includes(word)) ? text : '';
    };
    const reads = '3 reads in 3 files, 1 of them in tests';
    const said = ['on for 10 %', 'flags/shop.flagd.json:4', reads];
    expectEqual(await missing(checkout(), 'one_click_checkout', said), '');
    expectEqual(
      await missing(search(), 'FLAGS.newSearch', ['`FLAGS.newSearch`', 'src/flags.ts:5']),
      '',
    );
  });
});
