import { describe, expect, test } from 'vitest';
import { readsOf } from '../../../../../support/readsOf';

const header = "import { useBooleanFlagValue as on } from '@openfeature/react-sdk';\n";

/** `source` starts on line 2 of `app.tsx`. Expected values: a person's reading. */
async function check(source: string, ...expected: readonly string[]): Promise<void> {
  const lines = await readsOf({ 'app.tsx': header + source });
  expect(lines).toEqual(expected.map((line) => line.replace(/^(\? )?/, '$1app.tsx:')));
}

const call = 'useBooleanFlagValue';

describe('the key of a call', () => {
  test.each([
    ['a string', "on('k', true);", `2 ${call} k = true`],
    ['a string with escapes', "on('a\\u002db\\x2Dc', true);", `2 ${call} a-b-c = true`],
    ['a template', 'on(`k`, true);', `2 ${call} k = true`],
    ['a constant', "const K = 'k'; on(K, true);", `2 ${call} k = true via K`],
    [
      'a constant of a constant',
      "const A = 'k'; const B = A; on(B, true);",
      `2 ${call} k = true via B, A`,
    ],
    ['a constant declared below', "on(K, true); const K = 'k';", `2 ${call} k = true via K`],
    ['an object', "const F = { a: 'k' } as const; on(F.a, true);", `2 ${call} k = true via F.a`],
    [
      'a nested object',
      "const F = { a: { b: 'k' } }; on(F.a.b, true);",
      `2 ${call} k = true via F.a.b`,
    ],
    [
      'a name in brackets',
      "const F = { 'a-b': 'k' }; on(F['a-b'], true);",
      `2 ${call} k = true via F.a-b`,
    ],
    [
      'a frozen object',
      "const F = Object.freeze({ a: 'k' }); on(F.a, true);",
      `2 ${call} k = true via F.a`,
    ],
    [
      'a spread object',
      "const A = { a: 'k' }; const F = { ...A }; on(F.a, true);",
      `2 ${call} k = true via F.a`,
    ],
    [
      'satisfies',
      "const F = { a: 'k' } satisfies Record<string, string>; on(F.a, true);",
      `2 ${call} k = true via F.a`,
    ],
    [
      'a shorthand member',
      "const a = 'k'; const F = { a }; on(F.a, true);",
      `2 ${call} k = true via F.a, a`,
    ],
    [
      'a destructured constant',
      "const { a } = { a: 'k' }; on(a, true);",
      `2 ${call} k = true via a`,
    ],
    ['an element of a list', "const L = ['j', 'k']; on(L[1], true);", `2 ${call} k = true via L.1`],
    ['an enum', "enum F { A = 'k' } on(F.A, true);", `2 ${call} k = true via F.A`],
    [
      'a const enum in brackets',
      "const enum F { 'a-b' = 'k' } on(F['a-b'], true);",
      `2 ${call} k = true via F.a-b`,
    ],
    [
      'a namespace',
      "namespace F { export const a = 'k'; } on(F.a, true);",
      `2 ${call} k = true via F.a`,
    ],
    [
      'a static field',
      "class F { static readonly a = 'k'; } on(F.a, true);",
      `2 ${call} k = true via F.a`,
    ],
    [
      'strings put together',
      "const P = 'a'; on(P + '-' + 'b', true);",
      `2 ${call} a-b = true via P`,
    ],
    ['a template of constants', "const P = 'a'; on(`${P}-b`, true);", `2 ${call} a-b = true via P`],
    ['a cast', "on('k' as FlagKey, true);", `2 ${call} k = true`],
    ['a variable that never changes', "let K = 'k'; on(K, true);", `2 ${call} k = true via K`],
  ])('%s', (_, source, expected) => check(source, expected));

  test('one of two keys is a read of each', () =>
    check("on(old ? 'a' : 'b', true);", `2 ${call} a = true`, `2 ${call} b = true`));
});

describe('a key that cannot be known', () => {
  test.each([
    [
      'a parameter',
      'const f = (k: string) => on(k, true);',
      '`k` is a parameter of `f`, and nothing here calls it with a known key',
    ],
    [
      'a parameter with a default',
      "const f = (k = 'a') => on(k, true);",
      '`k` is a parameter of `f`, and nothing here calls it with a known key',
    ],
    [
      'a template with a parameter',
      'const f = (k: string) => on(`a-${k}`, true);',
      '`k` is a parameter of `f`, and nothing here calls it with a known key',
    ],
    [
      'a lookup',
      "const F = { a: 'k' }; const f = (n: 'a') => on(F[n], true);",
      'it is looked up while the program runs: F[n]',
    ],
    ['a loop', "for (const k of ['a']) on(k, true);", '`k` is the variable of a loop'],
    [
      'a variable that changes',
      "let k = 'a'; k = 'b'; on(k, true);",
      '`k` changes while the program runs',
    ],
    [
      'an object that changes',
      "const F = { a: 'a' }; F.a = 'b'; on(F.a, true);",
      '`F` changes while the program runs',
    ],
    [
      'another package',
      "import { K } from 'keys'; on(K, true);",
      'it comes from `keys`, a package from elsewhere',
    ],
    [
      'a missing file',
      "import { K } from './keys'; on(K, true);",
      'it comes from `./keys`, which Flaglab cannot follow',
    ],
    ['a number', 'on(7, true);', '`7` is no text'],
  ])('%s', (_, source, reason) => check(source, `? 2 ${call} The key cannot be known: ${reason}.`));

  test('spread arguments', () =>
    check('on(...list);', `? 2 ${call} The key cannot be known: the arguments are spread.`));

  test('spread attributes', async () => {
    const source =
      "import { FeatureFlag } from '@openfeature/react-sdk';\nconst el = <FeatureFlag {...rest} />;";
    expect(await readsOf({ 'a.tsx': source })).toEqual([
      '? a.tsx:2 FeatureFlag The key cannot be known: the attributes are spread.',
    ]);
  });
});

describe('the default of a call', () => {
  test.each([
    ['none', "on('k');", ''],
    ['true', "on('k', true);", ' = true'],
    ['a negative number', "on('k', -1.5);", ' = -1.5'],
    ['a number with separators', "on('k', 1_000);", ' = 1000'],
    ['null', "on('k', null);", ' = null'],
    ['undefined', "on('k', undefined);", ' = (undefined)'],
    ['a string', "on('k', 'a\\n');", ' = "a\\n"'],
    ['an object', "on('k', { a: [1, 'x'], b: { c: null } });", ' = {"a":[1,"x"],"b":{"c":null}}'],
    ['an empty object', "on('k', {});", ' = {}'],
    ['a constant', "const D = false; on('k', D);", ' = false'],
    [
      'a member of a constant',
      "const F = { a: { flag: 'k', value: 3 } }; on(F.a.flag, F.a.value);",
      ' = 3 via F.a.flag',
    ],
    ['an expression', "on('k', isDefault());", ' = (isDefault())'],
    ['an object with an expression', "on('k', { a: f() });", ' = ({ a: f() })'],
    ['an object with an unknown spread', "on('k', { ...rest, a: 1 });", ' = ({ ...rest, a: 1 })'],
    ['an instance', "class A { a = 1 } on('k', new A());", ' = (new A())'],
    ['a comment before it', "on('k', /* off */ false);", ' = false'],
  ])('%s', (_, source, expected) => check(source, `2 ${call} k${expected}`));
});
