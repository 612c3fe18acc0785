import { describe, expect, test } from 'vitest';
import { offeredKeys } from '../../../src/core/flags/completion/offeredKeys';
import { createFactsReader } from '../../../src/engine/createFactsReader';
import { createWorkspaceIndex } from '../../../src/engine/createWorkspaceIndex';
import { readAtCaret } from '../../../src/engine/readAtCaret';
import { memoryFiles } from '../../support/memoryFiles';
import { createTestParser } from '../../support/testParser';

const factsReader = createFactsReader(createTestParser());
const entry = (value: string) =>
  `{ "state": "ENABLED", "variants": { "on": ${value} }, "defaultVariant": "on" }`;
const sdk = [
  "import { OpenFeature } from '@openfeature/server-sdk';",
  "import { FeatureFlag } from '@openfeature/react-sdk';",
  "import { isOn, other } from './wrapper';",
  'const client = OpenFeature.getClient();',
  '',
].join('\n');

const files = {
  'package.json': '{}',
  'a.flagd.json': `{ "flags": { "search": ${entry('true')}, "limit": ${entry('4')} } }`,
  'wrapper.ts':
    "import { OpenFeature } from '@openfeature/server-sdk';\nexport const isOn = (key: string) => OpenFeature.getClient().getBooleanValue(key, false);\nexport const other = (key: string) => key;\n",
  'read.ts': `${sdk}client.getBooleanValue('serch', false);\n`,
  'service/package.json': '{}',
  'service/b.flagd.json': `{ "flags": { "inner": ${entry('true')} } }`,
};

const index = createWorkspaceIndex({ files: memoryFiles(files), factsReader });
await index.build(() => undefined, { aborted: false });

/** What would be replaced, and the keys offered; null where the caret (|) is in no key. */
async function offered(marked: string): Promise<readonly string[] | null> {
  const text = sdk + marked.replace('|', '');
  const found = await readAtCaret(index, 'app.tsx', text, sdk.length + marked.indexOf('|'));
  if (!found) return null;
  const { flags } = index.snapshot();
  const keys = offeredKeys(found.read, flags, index.scopesAround('app.tsx'));
  return [text.slice(found.start, found.end), ...keys.map(({ flag }) => flag.key)];
}

const booleans = ['search', 'inner', 'limit'];

describe('a key that is being written', () => {
  test.each([
    ['an empty string', "client.getBooleanValue('|', false);", ['', ...booleans]],
    ['in double quotes', 'client.getBooleanValue("se|", false);', ['se', ...booleans]],
    ['in backticks', 'client.getBooleanValue(`|`, false);', ['', ...booleans]],
    ['in the middle', "client.getBooleanValue('se|rch', false);", ['serch', ...booleans]],
    ['as the first text of a call', "client.getBooleanValue('|')", ['', ...booleans]],
    ['a call that is not closed', "client.getBooleanValue('|'", ['', ...booleans]],
    [
      'a string that is not closed',
      "client.getBooleanValue('se|\nconst x = 1;",
      ['se', ...booleans],
    ],
    [
      'a string that is not closed before others',
      "client.getBooleanValue('|, false);\nconst x = 'y';",
      ['', ...booleans],
    ],
    ['of another type', "client.getNumberValue('|', 1);", ['', 'limit', 'search', 'inner']],
    ['in an attribute', 'const a = <FeatureFlag flagKey="|" />;', ['', ...booleans]],
    ['in a call of a wrapper', "isOn('|');", ['', ...booleans]],
  ])('%s', async (_, marked, expected) => {
    const found = await offered(marked);
    expect(found?.toSorted()).toEqual(expected.toSorted());
  });

  test.each([
    ['another argument', "client.getStringValue('search', '|');"],
    ['another call', "console.log('|');"],
    ['a function that reads nothing', "other('|');"],
    ['a comment', "// client.getBooleanValue('|', false);"],
    ['outside of a string', "client.getBooleanValue('search', |false);"],
    ['a text of its own', "const s = '|';"],
    ['a string in a string', 'const s = "client.getBooleanValue(\'|\', false)";'],
  ])('is not %s', async (_, marked) => {
    expect(await offered(marked)).toBe(null);
  });

  test('is offered what fits best first, and never a key that is likely misspelt', async () => {
    expect(await offered("client.getNumberValue('|', 1);")).toEqual([
      '',
      'limit',
      'search',
      'inner',
    ]);
  });
});
