import { describe, expect, test } from 'vitest';
import { flagState } from '../../../../../src/core/flags/overview/flagState';
import { groupFlagsBy } from '../../../../../src/core/flags/overview/groupFlagsBy';
import { matchesFilter } from '../../../../../src/core/flags/overview/matchesFilter';
import { memoryFiles } from '../../../../support/memoryFiles';
import { snapshotOf } from '../../../../support/readsOf';

const flag = (rest: string, variants = '"on": true, "off": false') =>
  `{ "state": "ENABLED", "variants": { ${variants} }, ${rest} }`;
const fractional = '"targeting": { "fractional": [["on", 10], ["off", 90]] }';

const files = {
  'package.json': '{}',
  'flags/prod.flagd.json': `{ "flags": {
    "open": ${flag(`"defaultVariant": "off", "metadata": { "owner": "checkout" }, ${fractional}`)},
    "on": ${flag('"defaultVariant": "on", "metadata": { "owner": "search" }')},
    "off": ${flag('"defaultVariant": "off"')},
    "blue": ${flag('"defaultVariant": "b"', '"b": "blue"')},
    "paused": { "state": "DISABLED", "variants": { "on": true }, "defaultVariant": "on" },
    "odd": ${flag('"defaultVariant": "on", "targeting": { "no_such_operation": [1] }')},
    "both": ${flag('"defaultVariant": "on"')}
  } }`,
  'flags/staging.flagd.json': `{ "flags": { "both": ${flag('"defaultVariant": "off"')} } }`,
  'other/package.json': '{}',
  'other/flags.json':
    '{ "$schema": "https://raw.githubusercontent.com/open-feature/cli/main/schema/v0/flag-manifest.json", "flags": { "said": { "flagType": "boolean", "defaultValue": false, "description": "Only Said" } } }',
  'app.ts':
    "import { OpenFeature } from '@openfeature/server-sdk';\nOpenFeature.getClient().getBooleanValue('missing', false);",
  'vendor.ts': "import { useFlags } from 'launchdarkly-react-client-sdk';\nuseFlags().passkeys;",
};

const { flags } = await snapshotOf(memoryFiles(files));
const keysOf = (by: 'state' | 'owner' | 'file') =>
  Object.fromEntries(
    groupFlagsBy(by, flags).map(({ of, flags: members }) => [of, members.map(({ key }) => key)]),
  );

describe('flags are put together', () => {
  test('by what is known of who gets them', () => {
    expect(keysOf('state')).toEqual({
      open: ['open'],
      differs: ['both'],
      on: ['on'],
      off: ['off'],
      'one-value': ['blue'],
      'code-default': ['paused'],
      declared: ['said'],
      unknown: ['odd'],
      undefined: ['missing'],
      elsewhere: ['passkeys'],
    });
    expect(flags.map(flagState)).toHaveLength(flags.length);
  });

  test('by owner, those without one last', () => {
    expect(keysOf('owner')).toMatchObject({ checkout: ['open'], search: ['on'] });
    expect(groupFlagsBy('owner', flags).at(-1)?.of).toBe(null);
  });

  test('by the files that define them: a flag may be in several', () => {
    expect(keysOf('file')).toMatchObject({
      'flags/staging.flagd.json': ['both'],
      'other/flags.json': ['said'],
      null: ['missing', 'passkeys'],
    });
    expect(keysOf('file')['flags/prod.flagd.json']).toContain('both');
  });
});

test.each([
  ['said', ['said']],
  ['ONLY said', ['said']],
  ['checkout prod', ['open']],
  ['vendor.ts', ['passkeys']],
  ['checkout search', []],
])('the filter “%s” leaves %j', (filter, expected) => {
  const left = flags.filter((candidate) => matchesFilter(candidate, filter));
  expect(left.map(({ key }) => key)).toEqual(expected);
});
