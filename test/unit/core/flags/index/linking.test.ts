import { describe, expect, test } from 'vitest';
import { readsOf } from '../../../../support/readsOf';

const sdk = "import { OpenFeature, type Client } from '@openfeature/server-sdk';\n";

/** Files by name; expected lines as `readLine` writes them. Expected values: a person's reading. */
async function check(
  files: Readonly<Record<string, string>>,
  ...expected: readonly string[]
): Promise<void> {
  expect(await readsOf(files)).toEqual(expected);
}

describe('a client made in another file', () => {
  const use = (imported: string, client: string) =>
    `${imported}\n${client}.getBooleanValue('k', false);`;
  const viaClient = (name: string, file = 'flags.ts') =>
    `app.ts:2 getBooleanValue k = false via client ${name}@${file}`;

  test.each([
    [
      'exported by name',
      'export const client = OpenFeature.getClient();',
      "import { client } from './flags';",
      'client',
      'client',
    ],
    [
      'exported under another name',
      'const c = OpenFeature.getClient(); export { c as client };',
      "import { client } from './flags';",
      'client',
      'c',
    ],
    [
      'imported under another name',
      'export const client = OpenFeature.getClient();',
      "import { client as c } from './flags';",
      'c',
      'client',
    ],
    [
      'imported as a namespace',
      'export const client = OpenFeature.getClient();',
      "import * as flags from './flags';",
      'flags.client',
      'client',
    ],
    [
      'in an exported object',
      'export const flags = { a: { client: OpenFeature.getClient() } };',
      "import { flags } from './flags';",
      'flags.a.client',
      'flags.a.client',
    ],
    [
      'required',
      'export const client = OpenFeature.getClient();',
      "const { client } = require('./flags');",
      'client',
      'client',
    ],
    [
      'imported when needed',
      'export const client = OpenFeature.getClient();',
      "const { client } = await import('./flags');",
      'client',
      'client',
    ],
  ])('%s', (_, flags, imported, client, name) =>
    check({ 'flags.ts': sdk + flags, 'app.ts': use(imported, client) }, viaClient(name)),
  );

  test('as the default export', () =>
    check(
      {
        'flags.ts': `${sdk}export default OpenFeature.getClient();`,
        'app.ts': use("import c from './flags';", 'c'),
      },
      viaClient('OpenFeature.getClient()'),
    ));

  test.each([
    [
      'module.exports of it',
      'module.exports = OpenFeature.getClient();',
      "const c = require('./flags');",
      'c',
    ],
    [
      'module.exports with it',
      'module.exports = { c: OpenFeature.getClient() };',
      "const { c } = require('./flags');",
      'c',
    ],
    [
      'exports.name',
      'exports.c = OpenFeature.getClient();',
      "const flags = require('./flags.js');",
      'flags.c',
    ],
    [
      'module.exports.name',
      'module.exports.c = OpenFeature.getClient();',
      "import { c } from './flags.js';",
      'c',
    ],
    [
      'module.exports, imported',
      'module.exports = OpenFeature.getClient();',
      "import c from './flags.js';",
      'c',
    ],
  ])('with CommonJS: %s', async (_, flags, imported, client) => {
    const source = `const { OpenFeature } = require('@openfeature/server-sdk');\n${flags}`;
    const [line] = await readsOf({ 'flags.js': source, 'app.ts': use(imported, client) });
    expect(line).toMatch(/^app\.ts:2 getBooleanValue k = false via client .*@flags\.js$/);
  });

  test('by a function of another file', () =>
    check(
      {
        'flags.ts': `${sdk}export async function getClient() { return OpenFeature.getClient(); }`,
        'app.ts': use("import { getClient } from './flags';", '(await getClient())'),
      },
      viaClient('getClient'),
    ));

  test('in a class of another file', () =>
    check(
      {
        'flags.ts': `${sdk}export class Flags { client = OpenFeature.getClient(); }`,
        'app.ts':
          "import { Flags } from './flags';\nexport class App { constructor(private flags: Flags) {} m() { return this.flags.client.getBooleanValue('k', false); } }",
      },
      viaClient('Flags.client'),
    ));

  test('typed by an interface of another file', () =>
    check(
      {
        'types.ts': `${sdk}export interface Context { client: Client }`,
        'app.ts':
          "import type { Context } from './types';\nexport const f = (context: Context) => context.client.getBooleanValue('k', false);",
      },
      viaClient('Context.client', 'types.ts'),
    ));

  test('handed on by other files', () =>
    check(
      {
        'flags/client.ts': `${sdk}export const client = OpenFeature.getClient();`,
        'flags/index.ts': "export * from './client';",
        'index.ts': "export { client as c } from './flags';",
        'app.ts': use("import { c } from './index';", 'c'),
      },
      viaClient('client', 'flags/client.ts'),
    ));

  test('handed on from the SDK itself', () =>
    check(
      {
        'sdk.ts': "export * from '@openfeature/react-sdk';",
        'one.ts': "export { useFlag as useFeature, OpenFeature } from '@openfeature/react-sdk';",
        'app.ts':
          "import { OpenFeature } from './sdk';\nimport { useFlag } from './sdk';\nOpenFeature.getClient().getBooleanValue('a', false);\nuseFlag('b', false);",
      },
      'app.ts:3 getBooleanValue a = false',
      'app.ts:4 useFlag b = false',
    ));

  test('exported from two files that import each other', () =>
    check(
      {
        'a.ts': `${sdk}export * from './b';\nexport const client = OpenFeature.getClient();`,
        'b.ts': "export * from './a';",
        'app.ts': use("import { client } from './b';", 'client'),
      },
      viaClient('client', 'a.ts'),
    ));

  test('a file without a client', () =>
    check({
      'flags.ts': 'export const client = { getBooleanValue: (key: string) => key };',
      'app.ts': use("import { client } from './flags';", 'client'),
    }));
});

describe('a key declared in another file', () => {
  const header = "import { useBooleanFlagValue as on } from '@openfeature/react-sdk';\n";
  const call = 'app.ts:3 useBooleanFlagValue';

  test.each([
    ['a constant', "export const K = 'k';", "import { K } from './keys';", 'K', 'k via K@keys.ts'],
    [
      'an object',
      "export const F = { a: 'k' } as const;",
      "import { F } from './keys';",
      'F.a',
      'k via F.a@keys.ts',
    ],
    [
      'an enum',
      "export enum F { A = 'k' }",
      "import { F } from './keys';",
      'F.A',
      'k via F.A@keys.ts',
    ],
    [
      'a default export',
      "const F = { a: 'k' }; export default F;",
      "import F from './keys';",
      'F.a',
      'k via F.a@keys.ts',
    ],
    [
      'a namespace',
      "export const K = 'k';",
      "import * as keys from './keys';",
      'keys.K',
      'k via K@keys.ts',
    ],
    [
      'a member under another name',
      "export const F = { a: 'k' };",
      "import { F } from './keys'; const K = F.a;",
      'K',
      'k via K, F.a@keys.ts',
    ],
    [
      'a destructured member',
      "export const F = { a: 'k' };",
      "import { F } from './keys'; const { a } = F;",
      'a',
      'k via a, F.a@keys.ts',
    ],
    [
      'a part of a template',
      "export const P = 'a';",
      "import { P } from './keys';",
      '`${P}-b`',
      'a-b via P@keys.ts',
    ],
  ])('%s', (_, keys, imported, key, expected) =>
    check(
      { 'keys.ts': keys, 'app.ts': `${header}${imported}\non(${key});` },
      `${call} ${expected}`,
    ),
  );

  test('with a default beside it', () =>
    check(
      {
        'keys.ts': "export const F = { a: { key: 'k', value: [1] } };",
        'app.ts': `${header}import { F } from './keys';\non(F.a.key, F.a.value);`,
      },
      `${call} k = [1] via F.a.key@keys.ts`,
    ));

  test('that refers to itself', () =>
    check(
      {
        'a.ts': "import { B } from './b'; export const A = B;",
        'b.ts': "import { A } from './a'; export const B = A;",
        'app.ts': `${header}import { A } from './a';\non(A, true);`,
      },
      `? ${call} The key cannot be known: it refers to itself.`,
    ));
});

describe('a module name means', () => {
  const header = "import { useBooleanFlagValue as on } from '@openfeature/react-sdk';\n";
  const keys = "export const K = 'k';";
  const app = (module: string) => `${header}import { K } from '${module}';\non(K, true);`;
  const json = (value: object) => JSON.stringify(value);

  test.each([
    ['a file with its ending', './keys.ts', { 'src/keys.ts': keys }],
    ['the source of a compiled file', './keys.js', { 'src/keys.ts': keys }],
    ['a folder with an index', './keys', { 'src/keys/index.tsx': keys }],
    ['a file in a folder above', '../shared/keys', { 'shared/keys.mjs': keys }],
    [
      'an alias of the compiler settings',
      '@/keys',
      {
        'src/keys.ts': keys,
        'tsconfig.json': json({ compilerOptions: { paths: { '@/*': ['./src/*'] } } }),
      },
    ],
    [
      'an alias inherited from other settings',
      '~keys',
      {
        'src/lib/keys.ts': keys,
        'tsconfig.base.json': json({
          compilerOptions: { baseUrl: '.', paths: { '~keys': ['src/lib/keys'] } },
        }),
        'src/tsconfig.json': json({ extends: '../tsconfig.base' }),
      },
    ],
    [
      'a path from the base folder',
      'lib/keys',
      {
        'src/lib/keys.ts': keys,
        'tsconfig.json': '{ "compilerOptions": { /* old */ "baseUrl": "src", } }',
      },
    ],
    [
      'an import of the package',
      '#keys',
      {
        'src/keys.ts': keys,
        'package.json': json({ imports: { '#keys': { import: './src/keys.js' } } }),
      },
    ],
    [
      'a package of the workspace',
      '@acme/keys',
      {
        'packages/keys/src/index.ts': keys,
        'packages/keys/package.json': json({ name: '@acme/keys', main: 'dist/index.js' }),
      },
    ],
    [
      'a package that exports its source',
      '@acme/keys',
      {
        'packages/keys/keys.ts': keys,
        'packages/keys/package.json': json({
          name: '@acme/keys',
          exports: { '.': { types: './keys.ts' } },
        }),
      },
    ],
    [
      'a file of such a package',
      '@acme/keys/more',
      {
        'packages/keys/src/more.ts': keys,
        'packages/keys/package.json': json({ name: '@acme/keys' }),
      },
    ],
  ])('%s', async (_, module, files) => {
    const lines = await readsOf({ ...files, 'src/app.ts': app(module) });
    expect(lines).toEqual([
      expect.stringMatching(/^src\/app\.ts:3 useBooleanFlagValue k = true via K@/),
    ]);
  });
});

test('an empty key is no flag: it is being written', async () => {
  await check(
    { 'app.ts': `${sdk}OpenFeature.getClient().getBooleanValue('', false);` },
    '? app.ts:2 getBooleanValue The key is empty.',
  );
});
