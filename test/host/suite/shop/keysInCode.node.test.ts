import * as vscode from 'vscode';
import { expectEqual } from '../support/expectEqual';
import { lensesUntil, some } from '../support/lenses';
import { hoverAt, placesBy, positionOf } from '../support/providers';
import { rename } from '../support/rename';
import { closeAll, place } from '../support/workspace';

const checkout = () => place('src/checkout/checkout.ts');
const search = () => place('src/search/search.ts');
const definitions = () => place('flags/shop.flagd.json');
const inKey = async (uri: vscode.Uri, key: string) => positionOf(uri, key, 3);

// Not in the web: all providers are asked at once, and TypeScript's own may have no answer there.
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

  it('leads to its definition, from a read, from a constant and from what stands for it', async () => {
    const at = async (uri: vscode.Uri, text: string) =>
      placesBy('Definition', uri, await inKey(uri, text));
    expectEqual(await at(checkout(), 'one_click_checkout'), ['flags/shop.flagd.json:4']);
    expectEqual(await at(place('src/flags.ts'), 'new_search'), ['flags/shop.flagd.json:15']);
    const fromConstant = await at(search(), 'FLAGS.newSearch');
    expectEqual(fromConstant.includes('flags/shop.flagd.json:15'), true);
  });

  it('has its definitions, constants and reads among its references, from code and from the definition', async () => {
    const wanted = [
      'flags/shop.flagd.json:15',
      'src/flags.ts:5',
      'src/search/SearchBox.jsx:4',
      'src/search/search.ts:6',
    ];
    const box = place('src/search/SearchBox.jsx');
    for (const uri of [box, definitions()]) {
      expectEqual(await placesBy('Reference', uri, await inKey(uri, 'new_search')), wanted);
    }
  });

  it('is not renamed where that cannot be right', async () => {
    const profile = place('packages/account/src/profile.ts');
    const [elsewhere = ''] = await rename(profile, await inKey(profile, 'passkeys'), 'x');
    expectEqual(elsewhere.includes('No file here defines it'), true);
    const [taken = ''] = await rename(
      checkout(),
      await inKey(checkout(), 'gift_wrapping'),
      'new_search',
    );
    expectEqual(taken.includes('“new_search” is a flag already'), true);
  });
});
