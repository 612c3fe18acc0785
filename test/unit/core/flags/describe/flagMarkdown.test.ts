import { expect, test } from 'vitest';
import { flagMarkdown } from '../../../../../src/core/flags/describe/flagMarkdown';
import { memoryFiles } from '../../../../support/memoryFiles';
import { snapshotOf } from '../../../../support/readsOf';

const life =
  '"metadata": { "owner": "team *x*", "created": "2025-03-01", "expires": "2025-06-01", "lifetime": "release" }';
const files = {
  'prod/a.flagd.json': `{ "flags": { "new_search": { "state": "ENABLED", "variants": { "on": true, "off": false }, "defaultVariant": "off", ${life}, "targeting": { "fractional": [["on", 10], ["off", 90]] } } } }`,
  'staging/a.flagd.json': `{ "flags": { "new_search": { "state": "ENABLED", "variants": { "on": true, "off": false }, "defaultVariant": "on" } } }`,
  'flags.ts':
    "import { OpenFeature } from '@openfeature/server-sdk';\nexport const KEY = 'new_search';\nexport const client = OpenFeature.getClient();",
  'app.ts':
    "import { client, KEY } from './flags';\nclient.getBooleanValue(KEY, false);\nclient.getBooleanValue('undefined<b>', false);",
  'test/app.test.ts':
    "import { client } from '../flags';\nclient.getBooleanValue('new_search', true);",
};

const { flags } = await snapshotOf(memoryFiles(files));

function shown(key: string, file: string): string {
  const flag = flags.find((candidate) => candidate.key === key)!;
  const read = flag.reads.find((candidate) => candidate.file === file) ?? null;
  return flagMarkdown({
    flag,
    read,
    addressOf: (place) => `${place.file}#${place.span.start.line + 1}`,
  });
}

test('a hover says who gets a flag, its life, the way to its key, other defaults and how often it is read', () => {
  expect(shown('new_search', 'app.ts').replaceAll('\\', '').split('\n')).toEqual([
    '**new_search**',
    '',
    '- production: **on for 10 %** ([prod/a.flagd.json:1](prod/a.flagd.json#1))',
    '  release flag · owner team *x* · created 2025-03-01 · expires 2025-06-01',
    '- staging: **on for everyone** ([staging/a.flagd.json:1](staging/a.flagd.json#1))',
    '',
    'By way of client `client` ([flags.ts:3](flags.ts#3)), `KEY` ([flags.ts:2](flags.ts#2))',
    '',
    'Default here `off`, elsewhere `on` at [test/app.test.ts:2](test/app.test.ts#2)',
    '',
    '2 reads in 2 files, 1 of them in tests',
  ]);
});

test('text of the project is no Markdown', () => {
  expect(shown('new_search', 'app.ts')).toContain('owner team \\*x\\*');
  expect(shown('undefined<b>', 'app.ts')).toContain('**undefined\\<b\\>**');
});

test('a flag that is missing from its definition file is said to be', () => {
  expect(shown('undefined<b>', 'app.ts')).toContain(
    'Not defined in `prod/a.flagd.json`, `staging/a.flagd.json`.',
  );
});
