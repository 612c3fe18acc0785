import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { createFlagIndex } from '../../../../../src/core/flags/index/createFlagIndex';
import type { FileFacts } from '../../../../../src/core/model/fileFacts';
import { fileFactsOf } from '../../../../../src/engine/fileFactsOf';
import { createTestParser } from '../../../../support/testParser';

const openFeature = "import { OpenFeature } from '@openfeature/server-sdk';\n";

/** Two versions of each of a few files that depend on each other; the empty text stands for a file that says nothing. */
const versions: Readonly<Record<string, readonly string[]>> = {
  'keys.ts': ["export const F = { a: 'one', b: 'two' };", "export const F = { a: 'three' };"],
  'client.ts': [
    `${openFeature}export const client = OpenFeature.getClient();`,
    'export const client = { getBooleanValue: () => true };',
  ],
  'index.ts': [
    "export * from './client';\nexport * from './keys';",
    "export { client } from './client';",
  ],
  'app.ts': [
    "import { client, F } from './index';\nclient.getBooleanValue(F.a, false);\nclient.getBooleanValue(F.b, true);",
    "import { client } from './client';\nclient.getBooleanValue('four', false);",
  ],
  'Page.jsx': [
    "import { useFlags } from 'launchdarkly-react-client-sdk';\nconst { fooBar } = useFlags();",
    "import { useFlags } from 'launchdarkly-react-client-sdk';\nuseFlags().five;",
  ],
  'server.js': [
    "const { init } = require('launchdarkly-node-server-sdk');\ninit('').variation('foo-bar', {}, 1);",
    "const { init } = require('launchdarkly-node-server-sdk');\ninit('').variation('foo_bar', {}, 2);",
  ],
  'lib/keys.ts': ["export const F = { a: 'six' };", "export const F = { b: 'seven' };"],
  'tsconfig.json': ['{ "compilerOptions": { "paths": { "./index": ["lib/keys"] } } }', '{}'],
  'x.flagd.json': [
    '{ "flags": { "one": { "state": "ENABLED", "variants": { "on": true }, "defaultVariant": "on" } } }',
    '{ "flags": { "four": { "state": "DISABLED", "variants": {} } }, }',
  ],
};
const files = Object.keys(versions);

/** Facts of each version of each file. */
const facts = new Map<string, FileFacts>();

beforeAll(async () => {
  const parser = createTestParser();
  for (const [file, texts] of Object.entries(versions)) {
    for (const [version, text] of texts.entries()) {
      const found = await fileFactsOf(file, text, parser);
      if (found) facts.set(`${file} ${version}`, found);
    }
  }
});

interface Step {
  readonly file: string;
  /** 0 or 1: an update; 2: a removal. */
  readonly version: number;
  readonly asks: boolean;
}

const step: fc.Arbitrary<Step> = fc.record({
  file: fc.constantFrom(...files),
  version: fc.nat(2),
  asks: fc.boolean(),
});

function apply(steps: readonly Step[]) {
  const index = createFlagIndex();
  for (const { file, version, asks } of steps) {
    const entry = facts.get(`${file} ${version}`);
    if (entry) index.update(entry);
    else index.remove(file);
    if (asks) index.snapshot();
  }
  return index;
}

/** The last step of each file, in the order of the files. */
function last(steps: readonly Step[]): readonly Step[] {
  const byFile = new Map(steps.map((one) => [one.file, one]));
  return files.flatMap((file) => byFile.get(file) ?? []);
}

test('only the last facts of each file count, whatever the order of updates', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      expect(apply(steps).snapshot()).toEqual(apply(last(steps)).snapshot());
    }),
    { numRuns: 300 },
  );
});

test('a file that was taken in and removed was never there', () => {
  fc.assert(
    fc.property(
      fc.array(step, { maxLength: 15 }),
      fc.constantFrom(...files),
      fc.nat(1),
      (steps, file, version) => {
        const others = steps.filter((one) => one.file !== file);
        const visited = [
          ...others,
          { file, version, asks: true },
          { file, version: 2, asks: false },
        ];
        expect(apply(visited).snapshot()).toEqual(apply(others).snapshot());
      },
    ),
    { numRuns: 200 },
  );
});

test('facts survive being written as JSON', () => {
  for (const entry of facts.values()) {
    expect(JSON.parse(JSON.stringify(entry))).toEqual(entry);
  }
});

test('every read belongs to one flag, and the file knows it', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
      const index = apply(steps);
      const reads = index
        .snapshot()
        .flags.flatMap((flag) => flag.reads.map((read) => ({ flag, read })));
      for (const { flag, read } of reads) expect(index.flagOf(read)).toBe(flag);
      const byFile = files.toSorted().flatMap((file) => index.readsIn(file));
      expect(new Set(byFile)).toEqual(new Set(reads.map(({ read }) => read)));
    }),
    { numRuns: 100 },
  );
});
