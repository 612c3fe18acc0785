import { describe, expect, test } from 'vitest';
import { readsOf } from '../../../../support/readsOf';

const sdk =
  "import { OpenFeature } from '@openfeature/server-sdk';\nconst client = OpenFeature.getClient();\n";

/** Files by name; expected lines as `readLine` writes them. Expected values: a person's reading. */
async function check(
  files: Readonly<Record<string, string>>,
  ...expected: readonly string[]
): Promise<void> {
  expect(await readsOf(files)).toEqual(expected);
}

describe('a function that hands its parameter to a read', () => {
  const wrapper = `${sdk}export function isOn(key) { return client.getBooleanValue(key, false); }`;

  test('makes calls of it reads, in files that name no SDK too', () =>
    check(
      { 'flags.ts': wrapper, 'app.ts': "import { isOn } from './flags';\nif (isOn('a')) go();" },
      'app.ts:2 isOn a = false via wrapper isOn@flags.ts',
    ));

  test.each([
    ['an arrow function', 'export const isOn = (key) => client.getBooleanValue(key, false);'],
    [
      'with other work in it',
      'export async function isOn(key) { log(key); const on = await client.getBooleanValue(key, false); return on; }',
    ],
    [
      'with a second name for the key',
      'export function isOn(key) { const k = key; return client.getBooleanValue(k, false); }',
    ],
    [
      'in a callback of React',
      "import { useCallback } from 'react';\nexport const isOn = useCallback((key) => client.getBooleanValue(key, false), []);",
    ],
  ])('%s', async (_, text) => {
    const lines = await readsOf({
      'flags.ts': sdk + text,
      'app.ts': "import { isOn } from './flags';\nif (isOn('a')) go();",
    });
    expect(lines).toEqual(['app.ts:2 isOn a = false via wrapper isOn@flags.ts']);
  });

  test('takes the key from the argument of that position, and its default', () =>
    check(
      {
        'flags.ts': `${sdk}export const value = (user, key, fallback) => client.getStringValue(key, fallback, user);`,
        'app.ts': "import { value } from './flags';\nvalue(me, 'a', 'red');",
      },
      'app.ts:2 value a = "red" via wrapper value@flags.ts',
    ));

  test('takes the key from a member of the argument', () =>
    check(
      {
        'flags.ts': `${sdk}export const on = (flag) => client.getBooleanValue(flag.key, flag.fallback);`,
        'keys.ts': "export const FLAGS = { search: { key: 'new-search', fallback: true } };",
        'app.ts':
          "import { on } from './flags';\nimport { FLAGS } from './keys';\non(FLAGS.search);",
      },
      'app.ts:3 on new-search = true via wrapper on@flags.ts, FLAGS.search.key@keys.ts',
    ));

  test('takes the key from a property that the parameter is taken apart into', () =>
    check(
      {
        'flags.ts': `${sdk}export const on = ({ key, fallback = false }) => client.getBooleanValue(key, fallback);`,
        'app.ts': "import { on } from './flags';\non({ key: 'a' });",
      },
      'app.ts:2 on a = false via wrapper on@flags.ts',
    ));

  test('takes the parameter’s default where no argument is given', () =>
    check(
      {
        'flags.ts': `${sdk}export const on = (key = 'usual') => client.getBooleanValue(key, false);`,
        'app.ts': "import { on } from './flags';\non();\non('other');",
      },
      'app.ts:2 on usual = false via wrapper on@flags.ts',
      'app.ts:3 on other = false via wrapper on@flags.ts',
    ));

  test('puts a prefix before the key', () =>
    check(
      {
        'flags.ts': `${sdk}export const on = (key) => client.getBooleanValue(\`shop-\${key}\`, false);`,
        'app.ts': "import { on } from './flags';\non('search');",
      },
      'app.ts:2 on shop-search = false via wrapper on@flags.ts',
    ));

  test('is wrapped again', () =>
    check(
      {
        'flags.ts': wrapper,
        'more.ts':
          "import { isOn } from './flags';\nexport const has = (key) => isOn(key) && ready();",
        'app.ts': "import { has } from './more';\nhas('a');",
      },
      'app.ts:2 has a = false via wrapper has@more.ts, wrapper isOn@flags.ts',
    ));

  test('is called where nothing but a member of it is taken, by none', () =>
    check(
      {
        'flags.ts': wrapper,
        'app.ts': "import { isOn } from './flags';\n(isOn as Mock).returns(true);\nisOn('a');",
      },
      'app.ts:3 isOn a = false via wrapper isOn@flags.ts',
    ));

  test('is called under another name', () =>
    check(
      { 'flags.ts': wrapper, 'app.ts': "import { isOn as on } from './flags';\non('a');" },
      'app.ts:2 isOn a = false via wrapper isOn@flags.ts',
    ));

  test('nobody calls', () =>
    check(
      { 'flags.ts': wrapper },
      '? flags.ts:3 getBooleanValue The key cannot be known: `key` is a parameter of `isOn`, and nothing here calls it with a known key.',
    ));

  test('is called with a key that cannot be known', () =>
    check(
      {
        'flags.ts': wrapper,
        'app.ts': "import { isOn } from './flags';\nisOn('a');\nfor (const k of all) isOn(k);",
      },
      'app.ts:2 isOn a = false via wrapper isOn@flags.ts',
      '? app.ts:3 isOn The key cannot be known: `k` is the variable of a loop.',
    ));

  test('another function of the same name is none', () =>
    check(
      {
        'flags.ts': wrapper,
        'app.ts': "import { isOn } from './flags';\nisOn('a');",
        'other.ts': "import { isOn } from './lamps';\nisOn('kitchen');",
        'lamps.ts': 'export const isOn = (lamp) => lamps.has(lamp);',
        'own.ts': "function isOn(k) { return true; }\nisOn('b');",
      },
      'app.ts:2 isOn a = false via wrapper isOn@flags.ts',
    ));

  test('is the method of a class, whose client is given to it', () =>
    check(
      {
        'flags.ts':
          "import type { Client } from '@openfeature/server-sdk';\nexport class Flags { constructor(private client: Client) {} isOn(key: string) { return this.client.getBooleanValue(key, false); } }",
        'app.ts':
          "import { Flags } from './flags';\nexport class App { constructor(private readonly flags: Flags) {} run() { return this.flags.isOn('a'); } }",
      },
      'app.ts:2 isOn a = false via wrapper isOn@flags.ts',
    ));

  test('implements the method of an interface', () =>
    check(
      {
        'port.ts':
          'export interface Flags { isOn(key: string): boolean; has: (key: string) => boolean }',
        'flags.ts':
          "import type { Client } from '@openfeature/server-sdk';\nimport type { Flags } from './port';\nexport class RealFlags implements Flags { constructor(private client: Client) {} isOn(key: string) { return this.client.getBooleanValue(key, false); } has(k: string) { return this.isOn(k); } }",
        'app.ts':
          "import type { Flags } from './port';\nexport const run = (flags: Flags) => flags.isOn('a') || flags.has('b');",
      },
      'app.ts:2 isOn a = false via wrapper isOn@port.ts',
      'app.ts:2 has b = false via wrapper has@port.ts, wrapper isOn@flags.ts',
    ));

  test('implements an abstract method of its base class', () =>
    check(
      {
        'base.ts':
          'export abstract class Base { abstract evaluate(key: string): boolean; isOn(key: string) { return this.evaluate(key); } }',
        'flags.ts':
          "import { OpenFeature } from '@openfeature/server-sdk';\nimport { Base } from './base';\nexport class Flags extends Base { evaluate(key: string) { return OpenFeature.getClient().getBooleanValue(key, false); } }",
        'app.ts': "import { Flags } from './flags';\nnew Flags().isOn('a');",
      },
      'app.ts:2 isOn a = false via wrapper isOn@base.ts, wrapper evaluate@base.ts',
    ));

  test('has the functions of an interface that it does not name', () =>
    check(
      {
        'server.ts': `${sdk}setup({ flags: { isOn: (flag: string) => client.getBooleanValue(flag, false), value: (flag: string) => client.getStringValue(flag, '') } });`,
        'types.ts':
          'export interface Flags { isOn: (flag: string) => boolean; value: (flag: string) => string }\nexport interface Context { flags?: Flags }',
        'app.ts':
          "import type { Context } from './types';\nexport const go = ({ flags }: { flags?: Context['flags'] }) => start(flags?.isOn('a'), flags?.value('b'));",
      },
      'app.ts:2 isOn a = false via wrapper isOn@types.ts',
      'app.ts:2 value b = "" via wrapper value@types.ts',
    ));

  test('has not all functions of an interface', () =>
    check(
      {
        'server.ts': `${sdk}export const flags = { isOn: (flag: string) => client.getBooleanValue(flag, false) };`,
        'types.ts':
          'export interface Lamps { isOn: (lamp: string) => boolean; dim: (lamp: string) => void }',
        'app.ts':
          "import type { Lamps } from './types';\nimport { flags } from './server';\nexport const go = (lamps: Lamps) => lamps.isOn('kitchen') && flags.isOn('a');",
      },
      'app.ts:3 isOn a = false via wrapper isOn@server.ts',
    ));

  test('is given a client whose type tells what it is', () =>
    check(
      {
        'flags.ts':
          "import type { Client } from '@openfeature/server-sdk';\nexport const on = (client: Client | undefined, key: string) => client?.getBooleanValue(key, false);",
        'app.ts': "import { on } from './flags';\non(somewhere(), 'a');",
      },
      'app.ts:2 on a = false via wrapper on@flags.ts',
    ));

  test('is made by a function whose return type says less', () =>
    check(
      {
        'flags.ts': `${sdk}export const useReader = (): ((key: string) => boolean) => (key) => client.getBooleanValue(key, false);\nexport const useOn = (key: string) => { const read = useReader(); return read(key); };`,
        'app.ts': "import { useOn } from './flags';\nuseOn('a');",
      },
      'app.ts:2 useOn a = false via wrapper useOn@flags.ts, wrapper useReader@flags.ts',
    ));

  test('is made by a function that returns it', () =>
    check(
      {
        'flags.ts': `${sdk}export const useFlagReader = () => { return (key) => client.getBooleanValue(key, false); };`,
        'app.ts': "import { useFlagReader } from './flags';\nconst on = useFlagReader();\non('a');",
      },
      'app.ts:3 useFlagReader a = false via wrapper useFlagReader@flags.ts',
    ));

  test('is a component', () =>
    check(
      {
        'Feature.tsx': `import { useFlag } from '@openfeature/react-sdk';\nexport const Feature = ({ flag, children }) => { const { value } = useFlag(flag, false); return value ? children : null; };`,
        'App.tsx':
          'import { Feature } from \'./Feature\';\nexport const App = () => <Feature flag="a">x</Feature>;',
      },
      'App.tsx:2 Feature a = false via wrapper Feature@Feature.tsx',
    ));
});

describe('a function whose result is one flag', () => {
  const inner = 'flags.ts:3 getBooleanValue a = false';

  test.each([
    ['returned', "export function isNew() { return client.getBooleanValue('a', false); }"],
    ['with more', "export const isNew = () => client.getBooleanValue('a', false) && ready();"],
    [
      'by a constant of its own',
      "export const isNew = async () => { const on = await client.getBooleanValue('a', false); return !on; };",
    ],
    [
      'or a constant',
      "export function isNew(user) { if (!user) return false; return client.getBooleanValue('a', false); }",
    ],
  ])('%s', (_, text) =>
    check(
      { 'flags.ts': sdk + text, 'app.ts': "import { isNew } from './flags';\nif (isNew()) go();" },
      'app.ts:2 isNew a = false via wrapper isNew@flags.ts',
      inner,
    ),
  );

  test.each([
    [
      'markup',
      'app.tsx',
      "import { useFlag } from '@openfeature/react-sdk';\nexport const Page = () => { const { value } = useFlag('a', false);\n  return value ? <New /> : <Old />; };",
    ],
    [
      'a choice of values',
      'app.tsx',
      "import { useFlag } from '@openfeature/react-sdk';\nexport const Page = () => { const { value } = useFlag('a', false);\n  return value ? one() : two(); };",
    ],
  ])('is none where the result is %s', (_, file, text) =>
    check(
      { [file]: text, 'other.tsx': "import { Page } from './app';\nPage();" },
      'app.tsx:2 useFlag a = false',
    ),
  );

  test.each([
    [
      'is false where the flag is off',
      'if (!on) return false; if (busy) return false; return user.id === 1;',
    ],
    [
      'is true where the flag is on',
      'if (on) { return true; } return user.isAdmin && user.id === 1;',
    ],
    ['is a list from its text', "return on.split(',').map((name) => name.trim());"],
    ['is such a list, or an empty one', "return on ? on.split(',') : [];"],
    ['is such a list, made once', "return useMemo(() => on.split(','), [on]);"],
  ])('%s', (_, text) =>
    check(
      {
        'flags.ts': `${sdk}export function isNew() { const on = client.getBooleanValue('a', false); ${text} }`,
        'app.ts': "import { isNew } from './flags';\nif (isNew()) go();",
      },
      'app.ts:2 isNew a = false via wrapper isNew@flags.ts',
      inner,
    ),
  );

  test.each([
    ['nothing is made where the flag is off', 'if (!on) return false; return render();'],
    ['something is done where the flag is off', 'if (!on) { stop(); } return user.id === 1;'],
    ['a list of something else is chosen', "return on ? names.split(',') : [];"],
    ['a number of something is given', 'if (!on) return 0; return list.length;'],
  ])('is none where %s', (_, text) =>
    check(
      {
        'flags.ts': `${sdk}export function isNew() { const on = client.getBooleanValue('a', false); ${text} }`,
        'app.ts': "import { isNew } from './flags';\nif (isNew()) go();",
      },
      inner,
    ),
  );

  test('is none where two flags decide', () =>
    check(
      {
        'flags.ts': `${sdk}export const both = () => client.getBooleanValue('a', false) && client.getBooleanValue('b', false);`,
        'app.ts': "import { both } from './flags';\nboth();",
      },
      'flags.ts:3 getBooleanValue a = false',
      'flags.ts:3 getBooleanValue b = false',
    ));

  test('is a getter', () =>
    check(
      {
        'flags.ts': `${sdk}export class Flags { get isNew() { return client.getBooleanValue('a', false); } }`,
        'app.ts':
          "import { Flags } from './flags';\nexport const run = (flags: Flags) => flags.isNew;",
      },
      'app.ts:2 isNew a = false via wrapper isNew@flags.ts',
      inner,
    ));

  test('takes an object that the read needs, which its callers do not give', () =>
    check(
      {
        'flags.ts':
          "import type { Client } from '@openfeature/server-sdk';\nexport const isNew = ({ client }: { client: Client }) => client.getBooleanValue('a', false);",
        'app.ts': "import { isNew } from './flags';\nisNew({});",
      },
      'app.ts:2 isNew a = false via wrapper isNew@flags.ts',
      'flags.ts:2 getBooleanValue a = false',
    ));

  test('is wrapped again', () =>
    check(
      {
        'flags.ts': `${sdk}export const isNew = () => client.getBooleanValue('a', false);`,
        'more.ts': "import { isNew } from './flags';\nexport const isOld = () => !isNew();",
        'app.ts': "import { isOld } from './more';\nisOld();",
      },
      'app.ts:2 isOld a = false via wrapper isOld@more.ts, wrapper isNew@flags.ts',
      inner,
      'more.ts:2 isNew a = false via wrapper isNew@flags.ts',
    ));
});

describe('a function whose parameter takes one of several texts', () => {
  const manifest = JSON.stringify({
    flags: Object.fromEntries(
      ['a', 'b', 'c'].map((key) => [key, { flagType: 'boolean', defaultValue: false }]),
    ),
  });
  const use = (text: string) => `import type { Flags } from './port';\n${text}`;

  test.each([
    ['a union', "type Key = 'a' | 'b' | 'c' | 'd';"],
    [
      'the names of a type',
      'interface All { a: boolean; b: boolean; c: string; d: string }\ntype Key = keyof All;',
    ],
  ])('%s, three of which are declared: its calls are reads', async (_, types) => {
    const lines = await readsOf({
      'flags.json': manifest,
      'port.ts': `${types}\nexport interface Flags { isOn(key: Key, user: string): boolean }`,
      'main.ts': use(
        "import { OpenFeature } from '@openfeature/server-sdk';\nexport const go = (flags: Flags) => flags.isOn('d', 'me');",
      ),
      'app.ts': use("export const go = (flags: Flags) => flags.isOn('a', 'me');"),
    });
    expect(lines).toEqual([
      'app.ts:2 isOn a via wrapper isOn@port.ts',
      'main.ts:3 isOn d via wrapper isOn@port.ts',
    ]);
  });

  test('none of which is declared: its calls are none', () =>
    check({
      'flags.json': manifest,
      'port.ts':
        "export interface Lamps { isOn(lamp: 'a' | 'kitchen' | 'hall' | 'bath'): boolean }",
      'main.ts':
        "import { OpenFeature } from '@openfeature/server-sdk';\nimport type { Lamps } from './port';\nexport const go = (lamps: Lamps) => lamps.isOn('a');",
    }));
});
