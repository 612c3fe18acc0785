import { describe, expect, test } from 'vitest';
import { readsOf } from '../../../../../support/readsOf';

/** `source` is `app.tsx`; expected lines leave out its name. Expected values: a person's reading. */
async function check(source: string, ...expected: readonly string[]): Promise<void> {
  const lines = await readsOf({ 'app.tsx': source });
  expect(lines).toEqual(expected.map((line) => line.replace(/^(\? )?/, '$1app.tsx:')));
}

const read = (line: number) => `${line} getBooleanValue k = false`;

describe('a receiver is a client by how it was imported', () => {
  test.each([
    ["import { OpenFeature } from '@openfeature/server-sdk'; const c = OpenFeature.getClient();"],
    ["import { OpenFeature as OF } from '@openfeature/server-sdk'; const c = OF.getClient();"],
    ["import * as of from '@openfeature/server-sdk'; const c = of.OpenFeature.getClient();"],
    ["import sdk from '@openfeature/server-sdk'; const c = sdk.OpenFeature.getClient();"],
    ["import sdk = require('@openfeature/server-sdk'); const c = sdk.OpenFeature.getClient();"],
    [
      "const { OpenFeature } = require('@openfeature/server-sdk'); const c = OpenFeature.getClient();",
    ],
    ["const { OpenFeature: OF } = require('@openfeature/server-sdk'); const c = OF.getClient();"],
    ["const sdk = require('@openfeature/server-sdk'); const c = sdk.OpenFeature.getClient();"],
    [
      "const { OpenFeature } = await import('@openfeature/web-sdk'); const c = OpenFeature.getClient();",
    ],
    [
      "const { OpenFeature } = (await import('@openfeature/web-sdk')).default; const c = OpenFeature.getClient();",
    ],
    [
      "import { OpenFeature } from '@openfeature/web-sdk'; const api = OpenFeature; const c = api.getClient();",
    ],
    [
      "import { OpenFeatureAPI } from '@openfeature/web-sdk'; const c = OpenFeatureAPI.getInstance().getClient();",
    ],
    [
      "import { OpenFeature } from '@openfeature/web-sdk'; var c = OpenFeature['getClient']('domain');",
    ],
  ])('%s', (imported) => check(`${imported}\nc.getBooleanValue('k', false);`, read(2)));
});

describe('a receiver is a client by where it came from', () => {
  const imported = "import { OpenFeature, type Client } from '@openfeature/server-sdk';\n";
  test.each([
    ['a chained call', "OpenFeature.getClient().getBooleanValue('k', false);"],
    ['an awaited one', "(await OpenFeature.getClient()).getBooleanValue('k', false);"],
    ['optional chaining', "OpenFeature?.getClient?.()?.getBooleanValue?.('k', false);"],
    ['not-null', "OpenFeature.getClient()!.getBooleanValue('k', false);"],
    ['parentheses', "((OpenFeature.getClient())).getBooleanValue('k', false);"],
    ['a cast', "(anything as Client).getBooleanValue('k', false);"],
    ['satisfies', "(OpenFeature.getClient() satisfies Client).getBooleanValue('k', false);"],
    ['a name in brackets', "OpenFeature.getClient()['getBooleanValue']('k', false);"],
    [
      'a destructured method',
      "const { getBooleanValue } = OpenFeature.getClient(); getBooleanValue('k', false);",
    ],
    [
      'a renamed method',
      "const { getBooleanValue: on } = OpenFeature.getClient(); on('k', false);",
    ],
    [
      'a bound method',
      "const on = OpenFeature.getClient().getBooleanValue.bind(null); on('k', false);",
    ],
    [
      'a variable set later',
      "let c: Client; c = OpenFeature.getClient(); c.getBooleanValue('k', false);",
    ],
    [
      'a variable set in a function',
      "let c; function start() { c = OpenFeature.getClient(); } c.getBooleanValue('k', false);",
    ],
    [
      'a promise',
      "Promise.resolve(0); OpenFeature.getClient().then((c) => c.getBooleanValue('k', false));",
    ],
    [
      'what a function returns',
      "function make() { return OpenFeature.getClient(); } make().getBooleanValue('k', false);",
    ],
    [
      'what an arrow returns',
      "const make = async () => OpenFeature.getClient(); (await make()).getBooleanValue('k', false);",
    ],
    [
      'a declared return type',
      "declare function make(): Promise<Client>; const f = async (): Promise<Client> => x(); (await f()).getBooleanValue('k', false);",
    ],
    ['a typed parameter', "function f(c: Client) { return c.getBooleanValue('k', false); }"],
    [
      'a typed optional parameter',
      "const f = (c?: Client | null) => c?.getBooleanValue('k', false);",
    ],
    [
      'a typed property',
      "function f({ c }: { c: Client }) { return c.getBooleanValue('k', false); }",
    ],
    [
      'a type by name',
      "interface P { c: Client } const f = (p: P) => p.c.getBooleanValue('k', false);",
    ],
    [
      'an inherited type',
      "interface A { c: Client } interface B extends A {} const f = (p: B) => p.c.getBooleanValue('k', false);",
    ],
    [
      'a type alias',
      "type C = Readonly<Client>; const f = (c: C) => c.getBooleanValue('k', false);",
    ],
    [
      'a type of a value',
      "type C = ReturnType<typeof OpenFeature.getClient>; const f = (c: C) => c.getBooleanValue('k', false);",
    ],
    [
      'a component type',
      "const P: React.FC<{ c: Client }> = ({ c }) => c.getBooleanValue('k', false);",
    ],
    ['a declared variable', "declare const c: Client; c.getBooleanValue('k', false);"],
    [
      'a default value',
      "function f(c = OpenFeature.getClient()) { c.getBooleanValue('k', false); }",
    ],
    [
      'a member of an object',
      "const o = { c: OpenFeature.getClient() }; o.c.getBooleanValue('k', false);",
    ],
    [
      'a memo',
      "import { useMemo } from 'react'; const c = useMemo(() => OpenFeature.getClient(), []); c.getBooleanValue('k', false);",
    ],
    [
      'a reference',
      "import { useRef } from 'react'; const c = useRef<Client>(null); c.current?.getBooleanValue('k', false);",
    ],
    [
      'state',
      "import { useState } from 'react'; const [c] = useState(OpenFeature.getClient()); c.getBooleanValue('k', false);",
    ],
    ['either of two', "const c = given ?? OpenFeature.getClient(); c.getBooleanValue('k', false);"],
  ])('%s', (_, source) => check(imported + source, read(2)));

  test.each([
    ['a field', "private c = OpenFeature.getClient(); m() { this.c.getBooleanValue('k', false); }"],
    [
      'a private field',
      "#c = OpenFeature.getClient(); m() { this.#c.getBooleanValue('k', false); }",
    ],
    ['a typed field', "private readonly c!: Client; m() { this.c.getBooleanValue('k', false); }"],
    [
      'a field set in the constructor',
      "c; constructor() { this.c = OpenFeature.getClient(); } m() { return () => this.c.getBooleanValue('k', false); }",
    ],
    [
      'a parameter property',
      "constructor(private readonly c: Client) {} m() { this.c.getBooleanValue('k', false); }",
    ],
    [
      'a getter',
      "get c() { return OpenFeature.getClient(); } m() { this.c.getBooleanValue('k', false); }",
    ],
    [
      'a method',
      "c() { return OpenFeature.getClient(); } m() { this.c().getBooleanValue('k', false); }",
    ],
    [
      'a static field',
      "static c = OpenFeature.getClient(); m() { A.c.getBooleanValue('k', false); }",
    ],
  ])('%s of a class', (_, body) => check(`${imported}class A { ${body} }`, read(2)));

  test('a field of a base class', () =>
    check(
      `${imported}class A { c = OpenFeature.getClient(); }\nclass B extends A { m() { this.c.getBooleanValue('k', false); } }`,
      read(3),
    ));

  test('a field of an instance', () =>
    check(
      `${imported}class A { c = OpenFeature.getClient(); }\nnew A().c.getBooleanValue('k', false);`,
      read(3),
    ));
});

describe('a near miss is no read', () => {
  const imported =
    "import { OpenFeature } from '@openfeature/server-sdk';\nconst client = OpenFeature.getClient();\n";
  test.each([
    ['a comment', "// client.getBooleanValue('k', false);"],
    ['commented-out code', "/* client.getBooleanValue('k', false); */"],
    ['documentation', "/** @example client.getBooleanValue('k', false) */"],
    ['a string', `const text = "client.getBooleanValue('k', false)";`],
    ['a template', "const text = `client.getBooleanValue('k', false)`;"],
    ['text of JSX', "const el = <p>client.getBooleanValue('k', false)</p>;"],
    ['another method of the client', "client.addHooks('k', false);"],
    ['the method itself', 'const method = client.getBooleanValue;'],
    [
      'a local variable of that name',
      "function f(client: Config) { client.getBooleanValue('k', false); } interface Config { getBooleanValue(k: string, d: boolean): boolean }",
    ],
    [
      'a local object of that name',
      "{ const client = { getBooleanValue: (k: string) => true }; client.getBooleanValue('k'); }",
    ],
    [
      'a class of its own',
      "class C { getBooleanValue(k: string, d: boolean) { return d; } } new C().getBooleanValue('k', false);",
    ],
    [
      'another package',
      "import { config } from 'config-package'; config.getBooleanValue('k', false);",
    ],
    ['no key at all', 'client.getBooleanValue();'],
  ])('%s', (_, source) => check(imported + source));

  test.each([
    ['a hook of another package', "import { useFlag } from 'react-country-flags'; useFlag('k');"],
    ['a hook of its own', "const useFlag = (k: string) => true; useFlag('k');"],
    [
      'a component of another package',
      'import { FeatureFlag } from \'flag-kit\'; const el = <FeatureFlag flagKey="k" />;',
    ],
    [
      'useFlags of another package',
      "import { useFlags } from 'react-country-flags'; const { k } = useFlags(['k']);",
    ],
    ['a method without any import', "client.getBooleanValue('k', false);"],
    [
      'the import of another package',
      "import { OpenFeature } from 'open-feature-like'; OpenFeature.getClient().getBooleanValue('k', false);",
    ],
    [
      'a variable named require',
      "const require = (name: string) => other; require('@openfeature/server-sdk').OpenFeature.getClient().getBooleanValue('k', false);",
    ],
    ['isEnabled', "import { initialize } from 'plugin-kit'; initialize({}).isEnabled('k');"],
    ['variation of colours', "import { palette } from 'colours'; palette.variation('k', 0.5);"],
  ])('%s', (_, source) => check(source));
});

describe('what cannot be settled is told with the reason', () => {
  const imported = "import { OpenFeature } from '@openfeature/server-sdk';\n";
  const about = (reason: string) => `? 2 getBooleanValue ${reason}`;
  test.each([
    [
      'a parameter without a type',
      "const f = (c) => c.getBooleanValue('k', false);",
      '`c` cannot be traced to OpenFeature: `c` is a parameter of `f`.',
    ],
    [
      'a global',
      "window.flags.getBooleanValue('k', false);",
      '`window.flags` cannot be traced to OpenFeature: `window` is declared nowhere in this file.',
    ],
    [
      'an alias of the project',
      "import { c } from '@/flags'; c.getBooleanValue('k', false);",
      '`c` cannot be traced to OpenFeature: it comes from `@/flags`, which Flaglab cannot follow.',
    ],
  ])('%s', (_, source, reason) => check(imported + source, about(reason)));
});
