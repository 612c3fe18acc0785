import { describe, expect, test } from 'vitest';
import { readsOf } from '../../../../support/readsOf';

/** Expected values: a person's reading. */
const sdk =
  "import { OpenFeature } from '@openfeature/server-sdk';\nconst client = OpenFeature.getClient();\n";

const unknown = (text: string) =>
  `getBooleanValue The key cannot be known: \`${text}\` is one of several texts by its type.`;

describe('a key of which only its type is known', () => {
  const own = "type Key = 'a' | 'b';\n";

  test.each([
    [
      'the parameter of a callback',
      `${sdk}${own}list.forEach((key: Key) => client.getBooleanValue(key, false));`,
    ],
    [
      'a variable that is computed',
      `${sdk}${own}const key: Key = choose(); client.getBooleanValue(key, false);`,
    ],
    ['a cast', `${sdk}${own}client.getBooleanValue(list[0] as Key, false);`],
    [
      'a part of an object of a type',
      `${sdk}${own}const item: { key: Key } = next(); client.getBooleanValue(item.key, false);`,
    ],
  ])('%s is not known', async (_, text) => {
    const lines = await readsOf({ 'app.ts': text });
    expect(lines.map((line) => line.slice('? app.ts:4 '.length))).toEqual([
      unknown(/getBooleanValue\((.*), false/.exec(text)?.[1] ?? ''),
    ]);
  });

  test('a callback’s, with a type of another file, is not known', async () => {
    const lines = await readsOf({
      'keys.ts': "export type Key = 'a' | 'b';",
      'app.ts': `${sdk}import type { Key } from './keys';\nlist.forEach((key: Key) => client.getBooleanValue(key, false));`,
    });
    expect(lines).toEqual([`? app.ts:4 ${unknown('key')}`]);
  });

  test('a constant of that type is known', async () => {
    const lines = await readsOf({
      'app.ts': `${sdk}${own}const key: Key = 'a'; client.getBooleanValue(key, false);`,
    });
    expect(lines).toEqual(['app.ts:4 getBooleanValue a = false via key']);
  });
});

describe('a function whose parameter takes the names of a type', () => {
  const manifest = JSON.stringify({
    flags: Object.fromEntries(
      ['a', 'b', 'c'].map((key) => [key, { flagType: 'boolean', defaultValue: false }]),
    ),
  });
  const types = 'export interface All { a: boolean; b: boolean; c: string; d: string }';
  const main = (text: string) =>
    `import { OpenFeature } from '@openfeature/server-sdk';\nimport { isOn } from './port';\n${text}`;

  test.each([
    ['of another file', 'export function isOn(key: keyof All): boolean { return ask(key); }'],
    [
      'by a type parameter',
      'export function isOn<Key extends keyof All>(key: Key): All[Key] { return ask(key); }',
    ],
    [
      'in one of two ways',
      'const slow = (key: keyof All) => ask(key);\nconst fast = (key: keyof All) => ask(key);\nexport const isOn = debug ? slow : fast;',
    ],
  ])('%s, three of which are declared: its calls are reads', async (_, text) => {
    const lines = await readsOf({
      'flags.json': manifest,
      'types.ts': types,
      'port.ts': `import type { All } from './types';\n${text}`,
      'main.ts': main("isOn('d');"),
      'app.ts': "import { isOn } from './port';\nisOn('a');",
    });
    expect(lines).toEqual([
      'app.ts:2 isOn a via wrapper isOn@port.ts',
      'main.ts:3 isOn d via wrapper isOn@port.ts',
    ]);
  });

  test('none of which is declared: its calls are none', async () => {
    const lines = await readsOf({
      'flags.json': manifest,
      'types.ts':
        'export interface All { a: boolean; hall: boolean; bath: boolean; attic: boolean }',
      'port.ts':
        "import type { All } from './types';\nexport function isOn(key: keyof All): boolean { return ask(key); }",
      'main.ts': main("isOn('a');"),
    });
    expect(lines).toEqual([]);
  });
});
