import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readDefinitions } from '../../../../../src/core/flags/definitions/registry';
import { describeRollout } from '../../../../../src/core/flags/describe/describeRollout';
import { projectPath } from '../../../../house/projectFiles';

const text = readFileSync(
  projectPath('test/fixtures/definitions/openfeature-manifest/flags.json'),
  'utf8',
);

describe('a manifest declares flags', () => {
  test.each([
    ['enableFeatureA', 'boolean', 'declared, default off', 4],
    ['greetingMessage', 'string', 'declared, default "Hello there!"', 9],
    ['usernameMaxLength', 'number', 'declared, default 50', 10],
    ['discountPercentage', 'number', 'declared, default 0.15', 11],
    ['themeCustomization', 'object', 'declared, default {"primary":"#007bff"}', 12],
  ])('%s', (key, valueType, words, line) => {
    const found = readDefinitions('flags.json', text)?.value.find(
      (definition) => definition.key === key,
    );
    if (found === undefined) throw new Error(`${key} was not read`);
    expect(found).toMatchObject({ valueType, role: 'declaration', format: 'openfeature-manifest' });
    expect(found.keySpan.start.line + 1).toBe(line);
    expect(describeRollout(found).full).toBe(words);
  });

  test('without complaint', () => {
    expect(readDefinitions('flags.json', text)?.diagnostics).toEqual([]);
  });
});

describe('which files are manifests', () => {
  test.each([
    ['a flags.json of something else', '{"flags": ["-v", "-x"]}', false],
    ['flags of countries', '{"flags": {"de": "🇩🇪"}}', false],
    [
      'without a schema, by its flag types',
      '{"flags": {"a": {"flagType": "boolean", "defaultValue": true}}}',
      true,
    ],
  ])('%s', (_name, content, is) => {
    expect(readDefinitions('flags.json', content) !== null).toBe(is);
  });
});

test.each([
  [
    'a type that does not exist',
    '{"flags": {"a": {"flagType": "bool", "defaultValue": true}}}',
    'manifest-flag-type 1:30',
  ],
  [
    'a default of another type',
    '{"flags": {"a": {"flagType": "boolean", "defaultValue": "yes"}}}',
    'manifest-default-type 1:57',
  ],
  [
    'a trailing comma',
    '{"flags": {"a": {"flagType": "boolean", "defaultValue": true},}}',
    'json-syntax 1:63',
  ],
])('%s is said with its place', (_name, content, expected) => {
  const [first] = readDefinitions('flags.json', content)?.diagnostics ?? [];
  expect(
    `${first?.code} ${(first?.span.start.line ?? -1) + 1}:${(first?.span.start.column ?? -1) + 1}`,
  ).toBe(expected);
});
