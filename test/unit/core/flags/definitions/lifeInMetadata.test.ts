import { describe, expect, test } from 'vitest';
import { expiryOf } from '../../../../../src/core/flags/definitions/expiryOf';
import { lifeInMetadata } from '../../../../../src/core/flags/definitions/lifeInMetadata';
import { readDefinitions } from '../../../../../src/core/flags/definitions/registry';
import type { JsonValue } from '../../../../../src/core/model/json';

const nothing = { lifetime: null, owner: null, created: null, expires: null };

describe('a flag’s life in metadata that nobody prescribes', () => {
  test.each<[string, JsonValue | undefined, object]>([
    ['none', undefined, {}],
    ['a list', ['owner'], {}],
    ['a team', { team: 'checkout' }, { owner: 'checkout' }],
    ['several owners', { owners: ['ana', 'bo'] }, { owner: 'ana, bo' }],
    ['an owner before a team', { team: 'checkout', owner: 'ana' }, { owner: 'ana' }],
    ['an owner that is no text', { owner: { name: 'ana' } }, {}],
    ['a day', { createdAt: '2026-02-28' }, { created: '2026-02-28' }],
    ['a moment', { created_at: '2026-02-28T23:59:00+02:00' }, { created: '2026-02-28' }],
    ['a day that does not exist', { created: '2026-02-29' }, {}],
    ['the 29th of a leap year', { created: '2028-02-29' }, { created: '2028-02-29' }],
    ['words for a day', { created: 'last spring' }, {}],
    [
      'a day to be gone',
      { expires: '2027-01-01' },
      { expires: { kind: 'date', date: '2027-01-01' } },
    ],
    ['a milestone', { milestone: '17.9' }, { expires: { kind: 'version', version: '17.9' } }],
    [
      'a milestone as a number',
      { milestone: 17.9 },
      { expires: { kind: 'version', version: '17.9' } },
    ],
    ['a lifetime', { lifetime: 'Kill Switch' }, { lifetime: 'kill-switch' }],
    ['a type that is a lifetime', { type: 'ops' }, { lifetime: 'operational' }],
    ['a type that is none', { type: 'boolean' }, {}],
  ])('%s', (_name, metadata, expected) => {
    expect(lifeInMetadata(metadata)).toEqual({ ...nothing, prerequisites: [], ...expected });
  });
});

test.each([
  ['v0.115.0', { kind: 'version', version: '0.115.0' }],
  ['19.7', { kind: 'version', version: '19.7' }],
  ['3', { kind: 'version', version: '3' }],
  ['2.0.0-rc.1', { kind: 'version', version: '2.0.0-rc.1' }],
  ['2026-13-01', null],
  ['2026-12-01', { kind: 'date', date: '2026-12-01' }],
  ['soon', null],
  ['', null],
])('%s as an expiry', (text, expected) => {
  expect(expiryOf(text)).toEqual(expected);
});

const life = '"owner": "checkout", "created": "2026-03-01", "expires": "2026-09-01"';

test.each([
  [
    'flagd',
    'x.flagd.json',
    `{"flags": {"f": {"state": "ENABLED", "variants": {"on": true, "off": false}, "defaultVariant": "on", "metadata": {"type": "release", ${life}}}}}`,
  ],
  [
    'a manifest, in metadata',
    'flags.json',
    `{"flags": {"f": {"flagType": "boolean", "defaultValue": false, "metadata": {"lifetime": "release", ${life}}}}}`,
  ],
  [
    'a manifest, beside the rest',
    'flags.json',
    `{"flags": {"f": {"flagType": "boolean", "defaultValue": false, "lifetime": "release", ${life}}}}`,
  ],
])('%s says it', (_name, file, text) => {
  expect(readDefinitions(file, text)?.value[0]).toMatchObject({
    lifetime: 'release',
    owner: 'checkout',
    created: '2026-03-01',
    expires: { kind: 'date', date: '2026-09-01' },
  });
});
