import { expectedIn } from '../../../src/core/flags/describe/expectedIn';
import { describe, expect, test } from 'vitest';
import {
  createWorkspaceIndex,
  type WorkspaceIndexOptions,
} from '../../../src/engine/createWorkspaceIndex';
import { createFactsReader } from '../../../src/engine/createFactsReader';
import type { IndexProgress } from '../../../src/engine/workspaceIndex';
import { memoryFiles } from '../../support/memoryFiles';
import { readLines } from '../../support/readsOf';
import { createTestParser } from '../../support/testParser';

const factsReader = createFactsReader(createTestParser());
const never = { aborted: false };
const quiet = () => undefined;

const read = (key: string) =>
  `import { useFlag } from '@openfeature/react-sdk';\nuseFlag('${key}', false);`;
const flagd = (key: string, rest = '') =>
  `{ "flags": { "${key}": { "state": "ENABLED", "variants": { "on": true }, "defaultVariant": "on" }${rest} } }`;

async function built(
  contents: Readonly<Record<string, string | Uint8Array>>,
  options: Partial<WorkspaceIndexOptions> = {},
  skipped: Readonly<Record<string, string>> = {},
) {
  const files = memoryFiles(contents, skipped);
  const index = createWorkspaceIndex({ files, factsReader, ...options });
  expect(await index.build(quiet, never)).toBe(true);
  return { files, index };
}

describe('a build', () => {
  test('counts files of interest, and of those the ones that were parsed', async () => {
    const { index } = await built({
      'a.ts': read('a'),
      'b.ts': 'export const b = 1;',
      'readme.md': read('c'),
      'x.flagd.json': flagd('a'),
      'other.json': '{}',
    });
    expect(index.snapshot().files).toEqual({ scanned: 4, parsed: 2, skipped: [] });
  });

  test('reads each file once, and constants of files that name no SDK', async () => {
    const { files, index } = await built({
      'a.ts':
        "import { useFlag } from '@openfeature/react-sdk';\nimport { K } from './keys';\nuseFlag(K, 1);",
      'keys.ts': "export const K = 'k';",
      'unrelated.ts': 'export const U = 1;',
    });
    expect(readLines(index.snapshot())).toEqual(['a.ts:3 useFlag k = 1 via K@keys.ts']);
    expect(files.reads.get('a.ts')).toBe(1);
    expect(files.reads.get('unrelated.ts')).toBe(1);
    expect(index.snapshot().files.parsed).toBe(2);
  });

  test('looks at a name that tells of an SDK only where a file imports the SDK', async () => {
    const use = 'export const on = (client) => client.boolVariation("a", user, false);';
    const sdk =
      "import { init } from '@launchdarkly/node-server-sdk';\nexport const c = init('k');";
    const { index } = await built({ 'a.ts': use, 'c.ts': read('c') });
    expect(index.snapshot().files.parsed).toBe(1);
    await index.update('b.ts', sdk);
    expect(index.snapshot().files.parsed).toBe(3);
  });

  test('passes over what git and the settings ignore', async () => {
    const { files, index } = await built(
      {
        '.gitignore': 'made/\n',
        'made/a.ts': read('a'),
        'src/.gitignore': 'local.ts\n',
        'src/local.ts': read('b'),
        'src/app.ts': read('c'),
        'examples/d.ts': read('d'),
        'node_modules/x/e.ts': read('e'),
      },
      { settings: { exclude: ['examples/'] } },
    );
    expect(readLines(index.snapshot())).toEqual(['src/app.ts:2 useFlag c = false']);
    expect(files.reads.get('made/a.ts')).toBeUndefined();
    expect(files.reads.get('node_modules/x/e.ts')).toBeUndefined();
  });

  test('tells why a file is passed over, and reads the others', async () => {
    const long = `${read('x')}\n${'a'.repeat(6000)}`;
    const { files, index } = await built(
      {
        'a.ts': read('a'),
        'binary.ts': Uint8Array.of(0x47, 0, 0x10),
        'empty.ts': '',
        'huge.ts': new Uint8Array(2_500_000).fill(0x61),
        'latin1.ts': Uint8Array.of(0x2f, 0x2f, 0xe9),
        'long.js': long,
        'lib.min.js': read('m'),
        'wide.ts': Uint8Array.of(
          0xff,
          0xfe,
          ...[...read('w')].flatMap((c) => [c.charCodeAt(0), 0]),
        ),
      },
      {},
      { 'linked.ts': 'a link to nothing' },
    );
    expect(readLines(index.snapshot())).toEqual([
      'a.ts:2 useFlag a = false',
      'wide.ts:2 useFlag w = false',
    ]);
    expect(index.snapshot().files.skipped).toEqual([
      { file: 'binary.ts', reason: 'binary' },
      { file: 'huge.ts', reason: 'larger than 1.0 MB (2.5 MB)' },
      { file: 'latin1.ts', reason: 'not valid UTF-8 (byte 3)' },
      { file: 'lib.min.js', reason: 'minified (by its name)' },
      { file: 'linked.ts', reason: 'a link to nothing' },
      { file: 'long.js', reason: 'minified or generated (a line of 6000 characters)' },
    ]);
    expect(files.reads.get('huge.ts')).toBeUndefined();
  });

  test('a file that cannot be read is passed over with the reason', async () => {
    const files = memoryFiles({ 'a.ts': read('a'), 'b.ts': read('b') });
    const index = createWorkspaceIndex({
      factsReader,
      files: {
        list: (options) => files.list(options),
        read: (path) =>
          path === 'a.ts' ? Promise.reject(new Error('permission denied')) : files.read(path),
      },
    });
    await index.build(quiet, never);
    expect(index.snapshot().files.skipped).toEqual([
      { file: 'a.ts', reason: 'cannot be read: permission denied' },
    ]);
    expect(readLines(index.snapshot())).toEqual(['b.ts:2 useFlag b = false']);
  });

  test('a broken file still yields the reads outside the broken part', async () => {
    const { index } = await built({
      'a.ts': `${read('a')}\nconst x = ;\nclass {\n}\nuseFlag('b', true);`,
    });
    expect(readLines(index.snapshot())).toEqual([
      'a.ts:2 useFlag a = false',
      'a.ts:6 useFlag b = true',
    ]);
    expect(index.snapshot().diagnostics).toMatchObject([
      { file: 'a.ts', code: 'source-not-parsed', span: { start: { line: 2 } } },
    ]);
  });

  test.each([
    ['too large', 'x'.repeat(2_000_000)],
    ['binary', '\0'],
    ['nested too deeply', `{"flags": ${'['.repeat(1000)}`],
    ['cut off before its end', '{"flags": {'],
    ['of another shape', '[]'],
  ])('of a definition file that is %s nobody says what it does not hold', async (_, text) => {
    const { index } = await built({
      'a.ts': read('a'),
      'bad.flagd.json': text,
      'good.flagd.json': '{"flags": {}}',
    });
    const [flag] = index.snapshot().flags;
    expect(flag && expectedIn(flag, flag.reads[0]!)).toEqual([]);
    expect(index.snapshot().diagnostics).toMatchObject([
      { file: 'bad.flagd.json', severity: 'error' },
    ]);
  });

  test('a vendor’s key can be declared by a manifest, and is never missing from one', async () => {
    const flag = (key: string) =>
      `{"flags": {"${key}": {"flagType": "boolean", "defaultValue": false}}}`;
    const snapshotWith = async (key: string) => {
      const { index } = await built({
        'a.js': `import { init } from '@launchdarkly/node-server-sdk';\nawait init('').variation('k', {}, false);`,
        'flags.json': flag(key),
      });
      const found = index.snapshot().flags.find(({ reads }) => reads.length > 0)!;
      return { defined: found.definitions.length, expectedIn: expectedIn(found, found.reads[0]!) };
    };
    expect(await snapshotWith('k')).toEqual({ defined: 1, expectedIn: [] });
    expect(await snapshotWith('other')).toEqual({ defined: 0, expectedIn: [] });
  });

  test('where all definition files are whole, they should hold the key', async () => {
    const { index } = await built({ 'a.ts': read('a'), 'good.flagd.json': '{"flags": {}}' });
    const [flag] = index.snapshot().flags;
    expect(flag && expectedIn(flag, flag.reads[0]!)).toEqual(['good.flagd.json']);
  });

  test('says so where nothing of a file could be parsed', async () => {
    const { index } = await built({ 'a.ts': 'useFlag ((((( @openfeature/react-sdk }}}} <<<<' });
    expect(index.snapshot().diagnostics.map(({ file, code }) => `${file} ${code}`)).toEqual([
      'a.ts source-not-parsed',
    ]);
  });

  test('a definition file with a trailing comma is read, and the comma told with its place', async () => {
    const { index } = await built({ 'x.flagd.json': flagd('k', ',') });
    const { flags, diagnostics } = index.snapshot();
    expect(flags.map(({ key }) => key)).toEqual(['k']);
    expect(diagnostics[0]).toMatchObject({ file: 'x.flagd.json', severity: 'error' });
  });

  test('reports progress and its end', async () => {
    const steps: IndexProgress[] = [];
    const index = createWorkspaceIndex({ files: memoryFiles({ 'a.ts': read('a') }), factsReader });
    await index.build((step) => steps.push(step), never);
    expect(steps[0]).toEqual({ filesDone: 0, filesTotal: null });
    expect(steps.at(-1)).toEqual({ filesDone: 1, filesTotal: 1 });
  });

  test('that is cancelled changes nothing', async () => {
    const files = memoryFiles({ 'a.ts': read('a'), 'b.ts': read('b') });
    const index = createWorkspaceIndex({ files, factsReader });
    await index.build(quiet, never);
    const before = index.snapshot();
    const signal = { aborted: false };
    const cancel = () => {
      signal.aborted = true;
    };
    expect(await index.build(cancel, signal)).toBe(false);
    expect(index.snapshot()).toEqual(before);
  });

  test('gives way between files', async () => {
    let times = 0;
    const giveWay = () => {
      times++;
    };
    await built({ 'a.ts': read('a'), 'b.ts': read('b'), 'c.ts': read('c') }, { giveWay });
    expect(times).toBeGreaterThanOrEqual(3);
  });
});

describe('a change', () => {
  test('of a text is taken in without reading anything', async () => {
    const { files, index } = await built({ 'a.ts': read('a'), 'b.ts': read('b') });
    files.reads.clear();
    await index.update('a.ts', `\n${read('c')}`);
    expect(readLines(index.snapshot())).toEqual([
      'a.ts:3 useFlag c = false',
      'b.ts:2 useFlag b = false',
    ]);
    expect(index.readsIn('a.ts').map(({ key }) => key)).toEqual(['c']);
    expect([...files.reads]).toEqual([]);
  });

  test('that imports a file for the first time reads that file', async () => {
    const { files, index } = await built({ 'a.ts': read('a'), 'keys.ts': "export const K = 'k';" });
    files.reads.clear();
    await index.update(
      'a.ts',
      "import { useFlag } from '@openfeature/react-sdk';\nimport { K } from './keys';\nuseFlag(K);",
    );
    expect(readLines(index.snapshot())).toEqual(['a.ts:3 useFlag k via K@keys.ts']);
    expect([...files.reads.keys()]).toEqual(['keys.ts']);
  });

  test('of a constant changes the reads of files that import it', async () => {
    const { index } = await built({
      'a.ts':
        "import { useFlag } from '@openfeature/react-sdk';\nimport { K } from './keys';\nuseFlag(K);",
      'keys.ts': "export const K = 'k';",
    });
    await index.update('keys.ts', "\nexport const K = 'changed';");
    expect(readLines(index.snapshot())).toEqual(['a.ts:3 useFlag changed via K@keys.ts']);
    index.remove('keys.ts');
    expect(readLines(index.snapshot())).toEqual([
      '? a.ts:3 useFlag The key cannot be known: it comes from `./keys`, which Flaglab cannot follow.',
    ]);
  });

  test('of a definition file changes its flags, and removing it leaves the reads', async () => {
    const { index } = await built({ 'a.ts': read('k'), 'x.flagd.json': flagd('k') });
    await index.update('x.flagd.json', flagd('other'));
    expect(
      index.snapshot().flags.map(({ key, definitions }) => `${key} ${definitions.length}`),
    ).toEqual(['k 0', 'other 1']);
    index.remove('x.flagd.json');
    expect(index.snapshot().flags.map(({ key }) => key)).toEqual(['k']);
  });

  test('a new package file makes a scope of its folder', async () => {
    const { index } = await built({ 'web/a.ts': read('k') });
    expect(index.snapshot().flags[0]?.scope).toBe('.');
    await index.update('web/package.json', '{}');
    expect(index.snapshot().flags[0]?.scope).toBe('web');
    index.remove('web/package.json');
    expect(index.snapshot().flags[0]?.scope).toBe('.');
  });

  test('of an ignored file is not taken in', async () => {
    const { index } = await built({ '.gitignore': 'made/\n', 'a.ts': read('a') });
    await index.update('made/b.ts', read('b'));
    expect(index.snapshot().flags.map(({ key }) => key)).toEqual(['a']);
  });

  test('that arrives during a build is not lost', async () => {
    const { index } = await built({ 'a.ts': read('a') });
    const pending: Promise<void>[] = [];
    await index.build(() => pending.push(index.update('a.ts', read('edited'))), never);
    await Promise.all(pending);
    expect(index.snapshot().flags.map(({ key }) => key)).toEqual(['edited']);
  });

  test('flagOf knows a read it has never seen', async () => {
    const { index } = await built({ 'a.ts': read('a') });
    const [known] = index.readsIn('a.ts');
    if (!known) throw new Error('no read');
    expect(index.flagOf(known).key).toBe('a');
    expect(index.flagOf({ ...known }).key).toBe('a');
    expect(index.flagOf({ ...known, key: 'z' })).toMatchObject({ key: 'z', definitions: [] });
  });
});
