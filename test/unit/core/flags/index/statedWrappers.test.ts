import { describe, expect, test } from 'vitest';
import { createSettings } from '../../../../../src/core/settings/createSettings';
import { parseSettings } from '../../../../../src/core/settings/parseSettings';
import { createFactsReader } from '../../../../../src/engine/createFactsReader';
import { createWorkspaceIndex } from '../../../../../src/engine/createWorkspaceIndex';
import { foundInWorkspace } from '../../../../../src/engine/foundInWorkspace';
import { indexSettingsOf } from '../../../../../src/engine/indexSettings';
import type { IndexSnapshot } from '../../../../../src/engine/workspaceIndex';
import { memoryFiles } from '../../../../support/memoryFiles';
import { readLines } from '../../../../support/readsOf';
import { createTestParser } from '../../../../support/testParser';

const factsReader = createFactsReader(createTestParser());

async function snapshotWith(
  wrappers: string,
  contents: Readonly<Record<string, string>>,
): Promise<IndexSnapshot> {
  const { value, diagnostics } = parseSettings(`version: 1\nwrappers: [${wrappers}]\n`);
  expect(diagnostics).toEqual([]);
  const settings = value ? indexSettingsOf(value) : {};
  const index = createWorkspaceIndex({ files: memoryFiles(contents), factsReader, settings });
  await index.build(() => undefined, { aborted: false });
  return index.snapshot();
}

/** Expected lines as `readLine` writes them. Expected values: a person's reading. */
describe('a wrapper that the settings state', () => {
  test.each<[string, string, Readonly<Record<string, string>>, readonly string[]]>([
    [
      'by the name of its module',
      '{ name: isOn, module: "@shop/flags", default: 1 }',
      { 'app.ts': "import { isOn } from '@shop/flags';\nisOn('a', true);" },
      ['app.ts:2 isOn a = true'],
    ],
    [
      'imported under another name',
      '{ name: isOn, module: "@shop/flags" }',
      { 'app.ts': "import { isOn as on } from '@shop/flags';\non('a');" },
      ['app.ts:2 isOn a'],
    ],
    [
      'by the path of its module',
      '{ name: isOn, module: src/flags, key: 1 }',
      {
        'src/flags.ts': 'export const isOn = (user, key) => remote(key);',
        'src/app.ts': "import { isOn } from './flags';\nisOn(me, 'a');",
      },
      ['src/app.ts:2 isOn a'],
    ],
    [
      'by the object it is called on',
      '{ name: isOn, receiver: flags }',
      { 'app.ts': "this.flags.isOn('a');\nlamps.isOn('b');" },
      ['app.ts:1 isOn a'],
    ],
    [
      'by the type of that object',
      '{ name: isOn, receiver: FeatureService }',
      {
        'app.ts':
          "import type { FeatureService } from './service';\nexport const go = (features: FeatureService) => features.isOn('a');",
      },
      ['app.ts:2 isOn a'],
    ],
    [
      'with the key in a property',
      '{ name: isOn, module: "@shop/flags", property: flag }',
      { 'app.ts': "import { isOn } from '@shop/flags';\nisOn({ flag: 'a' });" },
      ['app.ts:2 isOn a'],
    ],
    [
      'in Python, with the key by name',
      '{ name: is_on, module: shop.flags, named: flag_key, sdk: unleash }',
      { 'app.py': "from shop.flags import is_on\nis_on(user, flag_key='a')\n" },
      ['app.py:2 is_on a'],
    ],
    [
      'from another module',
      '{ name: isOn, module: "@shop/flags" }',
      { 'app.ts': "import { isOn } from '@shop/lamps';\nisOn('a');" },
      [],
    ],
  ])('%s', async (_, wrappers, contents, expected) => {
    expect(readLines(await snapshotWith(wrappers, contents))).toEqual(expected);
  });

  test('is wrapped again', async () => {
    const snapshot = await snapshotWith('{ name: isOn, module: "@shop/flags" }', {
      'more.ts': "import { isOn } from '@shop/flags';\nexport const has = (key) => isOn(key);",
      'app.ts': "import { has } from './more';\nhas('a');",
    });
    expect(readLines(snapshot)).toEqual(['app.ts:2 has a via wrapper has@more.ts']);
  });
});

describe('a wrapper that is proposed', () => {
  const client = "import { getClient } from '@/client';\nconst client = getClient();\n";

  test('hands its parameter to what looks like a read', async () => {
    const { proposedWrappers } = await snapshotWith('', {
      'src/flags.ts': `import '@openfeature/server-sdk';\n${client}export const isOn = (key) => client.getBooleanValue(key, false);`,
    });
    expect(proposedWrappers).toEqual([
      {
        name: 'isOn',
        module: 'src/flags',
        key: 0,
        sdk: 'openfeature',
        reason: '`isOn` hands `key` to `client.getBooleanValue`',
      },
    ]);
  });

  test('is called with three different keys', async () => {
    const contents = {
      'src/app.ts': `${client}client.getBooleanValue('a', false);\nclient.getBooleanValue('b', false);\nclient.getBooleanValue('c', false);`,
    };
    const snapshot = await snapshotWith('', contents);
    expect(snapshot.proposedWrappers).toEqual([
      {
        name: 'getBooleanValue',
        receiver: 'client',
        key: 0,
        sdk: 'openfeature',
        reason: '`client.getBooleanValue` is called with 3 different keys',
      },
    ]);
    const text = createSettings(foundInWorkspace(snapshot));
    const entry = '{ name: getBooleanValue, receiver: client, key: 0, sdk: openfeature }';
    expect(text).toContain(`#   - ${entry}`);
    expect(readLines(await snapshotWith(entry, contents))).toEqual([
      'src/app.ts:3 getBooleanValue a',
      'src/app.ts:4 getBooleanValue b',
      'src/app.ts:5 getBooleanValue c',
    ]);
  });

  test('is a method of the project with the name of an SDK’s, called with three different keys', async () => {
    const contents = {
      'manager.ts':
        'export class Manager { boolVariation(key: string) { return fetched[key] === true; } }\nexport const manager = new Manager();',
      'app.ts':
        "import { manager } from './manager';\nmanager.boolVariation('a');\nmanager.boolVariation('b');\nmanager.boolVariation('c');",
    };
    const { proposedWrappers } = await snapshotWith('', contents);
    expect(proposedWrappers).toEqual([
      {
        name: 'boolVariation',
        receiver: 'manager',
        key: 0,
        sdk: 'launchdarkly',
        reason: '`manager.boolVariation` is called with 3 different keys',
      },
    ]);
    const entry = '{ name: boolVariation, receiver: manager, sdk: launchdarkly }';
    expect(readLines(await snapshotWith(entry, contents))).toEqual([
      'app.ts:2 boolVariation a',
      'app.ts:3 boolVariation b',
      'app.ts:4 boolVariation c',
    ]);
  });

  test('is called with two keys: is none yet', async () => {
    const { proposedWrappers } = await snapshotWith('', {
      'src/app.ts': `${client}client.getBooleanValue('a', false);\nclient.getBooleanValue('b', false);`,
    });
    expect(proposedWrappers).toBeUndefined();
  });
});
