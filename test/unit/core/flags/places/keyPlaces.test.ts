import { describe, expect, test } from 'vitest';
import {
  placeAt,
  placesInFile,
  placesOfFlag,
} from '../../../../../src/core/flags/places/keyPlaces';
import { memoryFiles } from '../../../../support/memoryFiles';
import { snapshotOf } from '../../../../support/readsOf';
import { textIn } from '../../../../support/markedText';

const files = {
  'flags.ts': "export const FLAGS = { search: 'new_search' } as const;\n",
  'app.ts': [
    "import { OpenFeature } from '@openfeature/server-sdk';",
    "import { FLAGS } from './flags';",
    "const local = 'new_search';",
    'const client = OpenFeature.getClient();',
    "client.getBooleanValue('new_search', false);",
    'client.getBooleanValue(FLAGS.search, false);',
    'client.getBooleanValue(local, false);',
    'client.getBooleanValue(FLAGS.search, true);',
    'client.getBooleanValue(`promo_${process.argv[2]}_de`, true);',
    'client.getBooleanValue(`promo_${process.argv[2].trim()}`, true);',
    'client.getBooleanValue(process.argv[2], true);',
  ].join('\n'),
  'a.flagd.json':
    '{ "flags": { "new_search": { "state": "ENABLED", "variants": { "on": true }, "defaultVariant": "on" } } }',
} as const;

/** `kind file:line text`, lines from 1. */
async function lines(): Promise<readonly string[]> {
  const { flags } = await snapshotOf(memoryFiles(files));
  return flags.flatMap(placesOfFlag).map(({ kind, file, span }) => {
    const text = textIn(files[file as keyof typeof files], span);
    return `${kind} ${file}:${span.start.line + 1} ${text}`;
  });
}

describe('the places of a key', () => {
  test('are definitions, reads, constants in this file and in others, and what leads to them', async () => {
    expect(await lines()).toEqual([
      'definition a.flagd.json:1 new_search',
      'read app.ts:5 new_search',
      'constant flags.ts:1 new_search',
      'argument app.ts:6 FLAGS.search',
      'constant app.ts:3 new_search',
      'argument app.ts:7 local',
      'argument app.ts:8 FLAGS.search',
    ]);
  });

  test('are found by position, the end included', async () => {
    const { flags } = await snapshotOf(memoryFiles(files));
    const places = placesInFile(flags, 'app.ts');
    const kindAt = (line: number, column: number) =>
      placeAt(places, { line: line - 1, column })?.kind ?? null;
    // `client.getBooleanValue('` has 24 characters.
    expect([23, 24, 34, 35].map((column) => kindAt(5, column))).toEqual([
      null,
      'read',
      'read',
      null,
    ]);
    expect(kindAt(6, 25)).toBe('argument');
    expect(kindAt(4, 8)).toBe(null);
  });
});

test('a key that is put together is told by how it begins and ends', async () => {
  const { unresolved } = await snapshotOf(memoryFiles(files));
  expect(unresolved.map(({ keyPattern }) => keyPattern)).toEqual([
    { begins: 'promo_', ends: '_de' },
    { begins: 'promo_', ends: '' },
    undefined,
  ]);
});
