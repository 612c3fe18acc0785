import { describe, expect, test } from 'vitest';
import { planRename } from '../../../../../src/core/flags/rename/planRename';
import {
  newKeyObstacle,
  renameObstacle,
} from '../../../../../src/core/flags/rename/renameObstacle';
import { createFlagScopes } from '../../../../../src/core/flags/index/flagScopes';
import { applyTextEdits } from '../../../../../src/core/syntax/applyTextEdits';
import { textPositions } from '../../../../../src/core/syntax/textPositions';
import { memoryFiles } from '../../../../support/memoryFiles';
import { snapshotOf } from '../../../../support/readsOf';

const sdk = "import { OpenFeature } from '@openfeature/server-sdk';\n";
const client = `${sdk}const client = OpenFeature.getClient();\n`;
const entry = '{ "state": "ENABLED", "variants": { "on": true }, "defaultVariant": "on" }';
const defines = (...keys: readonly string[]) =>
  `{ "flags": { ${keys.map((key) => `"${key}": ${entry}`).join(', ')} } }`;

type Files = Readonly<Record<string, string>>;

async function obstacle(files: Files, key = 'search'): Promise<string | null> {
  const { flags, unresolved } = await snapshotOf(memoryFiles(files));
  const flag = flags.find((candidate) => candidate.key === key);
  if (!flag) throw new Error(`no flag ${key}`);
  const scopes = createFlagScopes(
    Object.keys(files).filter((file) => file.endsWith('package.json')),
  );
  return renameObstacle(flag, {
    flags,
    unresolved,
    scopesAround: scopes.scopesAround,
    textAt: ({ file, span }) => {
      const text = files[file] ?? '';
      const { offsetAt } = textPositions(text);
      return text.slice(offsetAt(span.start), offsetAt(span.end));
    },
  });
}

const defined = { 'a.flagd.json': defines('search') };
const reads = `${client}client.getBooleanValue('search', false);\n`;

describe('a rename is refused', () => {
  test.each<[string, Files, RegExp | null]>([
    ['not where every place is known', { ...defined, 'a.ts': reads }, null],
    ['where the flag is defined elsewhere', { 'a.ts': reads }, /^No file here defines it/],
    [
      'where a definition file is broken',
      { ...defined, 'b.flagd.json': '{ "flags": { "x": ', 'a.ts': reads },
      /^b\.flagd\.json could not be read/,
    ],
    [
      'where the key is put together',
      {
        ...defined,
        'a.ts': `${client}const s = 'sea';\nclient.getBooleanValue(s + 'rch', false);`,
      },
      /^a\.ts:4 reads it with a key that no text in the code holds/,
    ],
    [
      'where a key that is not known may be this one',
      { ...defined, 'a.ts': `${reads}client.getBooleanValue(\`se\${process.argv[2]}\`, false);` },
      /^a\.ts:4 may read it, too\. The key cannot be known/,
    ],
    [
      'not where a key that is not known begins in another way',
      {
        ...defined,
        'a.ts': `${reads}client.getBooleanValue(\`promo_\${process.argv[2]}\`, false);`,
      },
      null,
    ],
    [
      'not where a key that is not known belongs to another package',
      {
        'one/package.json': '{}',
        'one/a.flagd.json': defines('search'),
        'one/a.ts': reads,
        'two/package.json': '{}',
        'two/a.ts': `${client}client.getBooleanValue(process.argv[2], false);`,
      },
      null,
    ],
    [
      'where a client that is not known is asked for this key',
      {
        ...defined,
        'a.ts': `${sdk}import { c } from './missing';\nc.getBooleanValue('search', false);`,
      },
      /^a\.ts:3 may read it, too\./,
    ],
    [
      'not where a client that is not known is asked for another key',
      {
        ...defined,
        'a.ts': `${sdk}import { c } from './missing';\nc.getBooleanValue('other', false);`,
      },
      null,
    ],
  ])('%s', async (_, files, expected) => {
    const found = await obstacle(files);
    if (expected === null) expect(found).toBe(null);
    else expect(found).toMatch(expected);
  });

  test('where the new key is in use, or is none', async () => {
    const { flags } = await snapshotOf(memoryFiles({ 'a.flagd.json': defines('search', 'other') }));
    expect(newKeyObstacle('other', flags)).toMatch(/^“other” is a flag already: a\.flagd\.json:1/);
    expect(newKeyObstacle(' ', flags)).toBe('A flag needs a key.');
    expect(newKeyObstacle('new', flags)).toBe(null);
  });
});

test('a rename changes the key wherever its text stands, and nothing else', async () => {
  const files: Files = {
    'a.flagd.json': defines('search', 'search_other'),
    'flags.ts': "export const FLAGS = { s: 'search', search: 'x' };\n",
    'a.ts': `${client}import { FLAGS } from './flags';\nclient.getBooleanValue("search", false);\nclient.getBooleanValue(FLAGS.s, false); // search\nconst search = 'search';\n`,
  };
  const { flags } = await snapshotOf(memoryFiles(files));
  const flag = flags.find(({ key }) => key === 'search');
  const plan = planRename(flag!, 'find', (file) => files[file] ?? null);
  if (plan.kind !== 'edits') throw new Error(plan.reason);
  const after = Object.entries(files).map(([file, text]) => [
    file,
    applyTextEdits(
      text,
      plan.edits.filter((edit) => edit.file === file),
    ),
  ]);
  expect(Object.fromEntries(after)).toEqual({
    'a.flagd.json': defines('find', 'search_other'),
    'flags.ts': "export const FLAGS = { s: 'find', search: 'x' };\n",
    'a.ts': `${client}import { FLAGS } from './flags';\nclient.getBooleanValue("find", false);\nclient.getBooleanValue(FLAGS.s, false); // search\nconst search = 'search';\n`,
  });
});
