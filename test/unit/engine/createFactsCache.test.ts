import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createFactsCache, type FactsCacheOptions } from '../../../src/engine/createFactsCache';
import { createFactsReader } from '../../../src/engine/createFactsReader';
import { createWorkspaceIndex } from '../../../src/engine/createWorkspaceIndex';
import { memoryFactsStore } from '../../support/memoryFactsStore';
import { memoryFiles } from '../../support/memoryFiles';
import { readLines } from '../../support/readsOf';
import { createTestParser } from '../../support/testParser';

const factsReader = createFactsReader(createTestParser());
const never = { aborted: false };
const version = '1.0.0 rules';
/** Long after the files of a test were changed. */
const later = 1_000_000;

type Contents = Record<string, string>;
type Store = ReturnType<typeof memoryFactsStore>;

/** Scans a folder as the command line does. */
async function scan(
  contents: Contents,
  store: Store | null,
  { modified = {}, ...options }: Partial<FactsCacheOptions> & { modified?: Record<string, number> },
) {
  const files = memoryFiles(contents);
  for (const [file, time] of Object.entries(modified)) files.modified.set(file, time);
  const cache = store ? await createFactsCache(store, { version, ...options }) : undefined;
  const index = createWorkspaceIndex({ files, factsReader, cache });
  await index.build(() => undefined, never);
  return { snapshot: index.snapshot(), read: [...files.reads.keys()].sort() };
}

async function filled(contents: Contents): Promise<Store> {
  const store = memoryFactsStore();
  store.time = later;
  await scan(contents, store, {});
  return store;
}

const shop: Contents = {
  'cart.ts':
    "import { useFlag } from '@openfeature/react-sdk';\nimport { KEY } from './keys';\nuseFlag(KEY, 1);",
  'client.py': 'from UnleashClient import UnleashClient\nCLIENT = UnleashClient(url="u")\n',
  'flags.flagd.json': '{ "flags": {} }',
  'Gate.kt':
    'package a\nimport dev.openfeature.sdk.Client\nclass Gate(val c: Client) { fun isOn(k: String) = c.getBooleanValue(k, false) }',
  'keys.ts': "export const KEY = 'new-cart';",
  'other.ts': 'export const other = 1;',
  'Use.kt': 'package b\nimport a.Gate\nclass Use(val g: Gate) { fun run() = g.isOn("gated") }',
  'use.py': 'from client import CLIENT\nCLIENT.is_enabled("cart")\n',
};

describe('a second scan', () => {
  test('reads no file that is as before, and finds the same', async () => {
    const first = await scan(shop, null, {});
    expect(readLines(first.snapshot).length).toBe(3);
    const second = await scan(shop, await filled(shop), {});
    expect(second.read).toEqual([]);
    expect(second.snapshot).toEqual(first.snapshot);
  });

  test('reads a file that was changed since', async () => {
    const changed = { ...shop, 'keys.ts': "export const KEY = 'old-cart';" };
    const { read, snapshot } = await scan(changed, await filled(shop), {
      modified: { 'keys.ts': later + 1 },
    });
    expect(read).toEqual(['keys.ts']);
    expect(readLines(snapshot)).toEqual(readLines((await scan(changed, null, {})).snapshot));
  });

  test('parses no file that was only touched', async () => {
    const store = await filled(shop);
    const parsed: string[] = [];
    const cache = await createFactsCache(store, { version });
    const files = memoryFiles(shop);
    files.modified.set('cart.ts', later + 1);
    const index = createWorkspaceIndex({
      files,
      cache,
      factsReader: {
        read: async (file, ...rest) => {
          parsed.push(file);
          return await factsReader.read(file, ...rest);
        },
      },
    });
    await index.build(() => undefined, never);
    expect([...files.reads.keys()]).toEqual(['cart.ts']);
    expect(parsed).toEqual([]);
  });

  test('does not notice a change that size and time hide, unless files are verified', async () => {
    const store = await filled(shop);
    const hidden = { ...shop, 'keys.ts': "export const KEY = 'odd-cart';" };
    const trusting = await scan(hidden, store, {});
    expect(trusting.read).toEqual([]);
    const verified = await scan(hidden, store, { verify: true });
    expect(verified.read).toEqual(Object.keys(shop).sort());
    expect(readLines(verified.snapshot)).toContain(
      'cart.ts:3 useFlag odd-cart = 1 via KEY@keys.ts',
    );
  });

  test('looks into a file that was changed shortly before it was cached', async () => {
    const store = memoryFactsStore();
    store.time = later;
    const modified = { 'keys.ts': later - 100 };
    await scan(shop, store, { modified });
    const hidden = { ...shop, 'keys.ts': "export const KEY = 'odd-cart';" };
    const { read, snapshot } = await scan(hidden, store, { modified });
    expect(read).toEqual(['keys.ts']);
    expect(readLines(snapshot)).toContain('cart.ts:3 useFlag odd-cart = 1 via KEY@keys.ts');
  });

  test('writes nothing where nothing has changed', async () => {
    const store = await filled(shop);
    const { stored } = store;
    await scan(shop, store, {});
    expect(store.stored).toBe(stored);
  });

  test.each<[string, (store: Store) => Partial<FactsCacheOptions>]>([
    ['another version', () => ({ version: '1.0.1 rules' })],
    [
      'no JSON',
      (store) => {
        store.stored = { json: '{"version":', words: new Uint32Array(0) };
        return {};
      },
    ],
    [
      'another kind of JSON',
      (store) => {
        store.stored = { json: 'null', words: new Uint32Array(0) };
        return {};
      },
    ],
    [
      'words that are missing',
      (store) => {
        const { json = '', words = new Uint32Array(0) } = store.stored ?? {};
        store.stored = { json, words: words.subarray(1) };
        return {};
      },
    ],
  ])('takes a cache of %s for none, and makes it anew', async (_, spoil) => {
    const store = await filled(shop);
    const options = spoil(store);
    const { read, snapshot } = await scan(shop, store, options);
    expect(read).toEqual(Object.keys(shop).sort());
    expect(snapshot).toEqual((await scan(shop, null, {})).snapshot);
    expect((await scan(shop, store, options)).read).toEqual([]);
  });
});

test('after any changes a scan with the cache finds what one without it finds', async () => {
  const names = Object.keys(shop);
  const variants = (file: string) => [
    shop[file] ?? '',
    `${shop[file]}\n`,
    'export const nothing = 0;',
    null,
  ];
  const states = fc.tuple(...names.map((file) => fc.constantFrom(...variants(file))));
  await fc.assert(
    fc.asyncProperty(fc.array(states, { minLength: 2, maxLength: 4 }), async (history) => {
      const store = memoryFactsStore();
      store.time = later;
      const times = new Map<string, number>();
      const before = new Map<string, string | null>();
      for (const [step, state] of history.entries()) {
        for (const [index, text] of state.entries()) {
          const file = names[index] ?? '';
          if (before.get(file) !== text) times.set(file, step);
          before.set(file, text);
        }
        const contents = Object.fromEntries(
          [...before].flatMap(([file, text]) => (text === null ? [] : [[file, text]])),
        );
        const cached = await scan(contents, store, { modified: Object.fromEntries(times) });
        expect(cached.snapshot).toEqual((await scan(contents, null, {})).snapshot);
      }
    }),
    { numRuns: 25 },
  );
});
